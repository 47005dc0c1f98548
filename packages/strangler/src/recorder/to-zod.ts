import type { TextFormat } from './text-format.ts';
import type { Kind, Meaning } from './understand.ts';

const formats: Readonly<Record<TextFormat, string>> = {
  uuid: 'z.uuid()',
  'date-time': 'z.iso.datetime({ offset: true })',
  date: 'z.iso.date()',
  email: 'z.email()',
  uri: 'z.url()',
};

/** Writes what was understood as the source of a Zod schema. `indent` is that of the line that it begins on. */
export function toZod(meaning: Meaning, indent: string): string {
  const { kinds, isNullable, isOptional, isPersonal } = meaning;
  if (kinds.length === 0) return withoutKinds(meaning);
  const sources = kinds.map((kind) => zodOf(kind, indent));
  const base = sources.length === 1 ? sources[0]! : `z.union([${sources.join(', ')}])`;
  const tagged = isPersonal ? `.meta({ tags: ['pii'] })` : '';
  return `${base}${tagged}${isNullable ? '.nullable()' : ''}${isOptional ? '.optional()' : ''}`;
}

function withoutKinds({ isNullable, isOptional }: Meaning): string {
  if (isNullable) return `z.null()${isOptional ? '.optional()' : ''}`;
  return isOptional ? 'z.undefined()' : 'z.unknown()';
}

function zodOf(kind: Kind, indent: string): string {
  switch (kind.kind) {
    case 'boolean':
      return 'z.boolean()';
    case 'integer':
      return 'z.int()';
    case 'number':
      return 'z.number()';
    case 'text':
      if (kind.values) return `z.enum([${kind.values.map(quote).join(', ')}])`;
      return kind.format ? formats[kind.format] : 'z.string()';
    case 'list':
      return `z.array(${toZod(kind.item, indent)})`;
    case 'dictionary':
      return `z.record(z.string(), ${toZod(kind.value, indent)})`;
    case 'record':
      return objectOf(kind.fields, indent);
  }
}

function objectOf(fields: Readonly<Record<string, Meaning>>, indent: string): string {
  const inner = `${indent}  `;
  const lines = Object.entries(fields).map(([name, meaning]) => `${inner}${keyOf(name)}: ${toField(meaning, inner)},\n`);
  return lines.length > 0 ? `z.object({\n${lines.join('')}${indent}})` : 'z.object({})';
}

/** A field that never held anything may as well be missing. */
function toField(meaning: Meaning, indent: string): string {
  const source = toZod(meaning, indent);
  return source === 'z.undefined()' ? 'z.undefined().optional()' : source;
}

/** A key as it is written in an object. */
export function keyOf(name: string): string {
  return /^[A-Za-z_$][\w$]*$/.test(name) ? name : quote(name);
}

/** A text as it is written in TypeScript. */
export function quote(text: string): string {
  const escaped = JSON.stringify(text).slice(1, -1).replaceAll("'", "\\'").replaceAll('\\"', '"');
  return `'${escaped.replaceAll('\u2028', '\\u2028').replaceAll('\u2029', '\\u2029')}'`;
}
