import type { JsonSchemaObject } from '../../json-schema/json-schema.ts';
import { checks, quoted, type ZodPrinting } from './zod-printing.ts';

const formats: Readonly<Record<string, string>> = {
  email: 'z.email()',
  uuid: 'z.uuid()',
  uri: 'z.url()',
  ipv4: 'z.ipv4()',
  ipv6: 'z.ipv6()',
  date: 'z.iso.date()',
  'date-time': 'z.iso.datetime({ offset: true })',
  duration: 'z.iso.duration()',
};

/** Zod for a text: its format, lengths and pattern. A format that Zod does not know is kept as a word. */
export function printString(schema: JsonSchemaObject, path: string, printing: ZodPrinting): string {
  const { format, pattern } = schema;
  const isUtc = format === 'date-time' && pattern === 'Z$';
  const known = typeof format === 'string' && Object.hasOwn(formats, format) ? formats[format]! : undefined;
  const base = isUtc ? 'z.iso.datetime()' : (known ?? 'z.string()');
  const lengths = checks(schema, { minLength: 'min', maxLength: 'max' });
  const regex = typeof pattern === 'string' && !isUtc ? printPattern(pattern, path, printing) : '';
  const code = `${base}${lengths}${regex}`;
  if (known || typeof format !== 'string') return code;
  printing.note(path, `Zod does not check the format “${format}”.`);
  return `${code}.meta({ format: ${quoted(format)} })`;
}

function printPattern(pattern: string, path: string, printing: ZodPrinting): string {
  for (const flags of ['u', '']) {
    if (isPattern(pattern, flags))
      return `.regex(new RegExp(${[pattern, ...(flags ? [flags] : [])].map((text) => quoted(text)).join(', ')}))`;
  }
  printing.note(path, `“${pattern}” is no pattern that JavaScript knows: it is not checked.`);
  return '';
}

function isPattern(pattern: string, flags: string): boolean {
  try {
    return new RegExp(pattern, flags) instanceof RegExp;
  } catch {
    return false;
  }
}
