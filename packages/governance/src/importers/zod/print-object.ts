import { fitsShape } from '../../exporters/shape/fits-shape.ts';
import { shapesByPlace } from '../../exporters/shape/places.ts';
import { readShape } from '../../exporters/shape/read-shape.ts';
import { escapeSegment } from '../../exporters/shape/schema-pointer.ts';
import type { JsonSchema, JsonSchemaObject } from '../../json-schema/json-schema.ts';
import { isPlainObject } from '../../json-schema/keyword-places.ts';
import { call, literal, propertyKey, type ZodPrinting } from './zod-printing.ts';

/** Zod for an object: open, closed, with a type for all other fields, or a record. */
export function printObject(schema: JsonSchemaObject, path: string, printing: ZodPrinting): string {
  const { properties, additionalProperties, propertyNames } = schema;
  const names = isPlainObject(properties) ? Object.keys(properties) : [];
  const required = Array.isArray(schema['required']) ? (schema['required'] as string[]) : [];
  const all = [...new Set([...names, ...required])].filter((name) => name !== '__proto__');
  if (names.includes('__proto__')) printing.note(path, 'The bus carries no field “__proto__”: it is left out.');
  const rest = isPlainObject(additionalProperties)
    ? printing.print(additionalProperties, `${path}/additionalProperties`)
    : undefined;
  if (all.length === 0 && additionalProperties !== false)
    return printRecord(propertyNames, rest ?? 'z.unknown()', path, printing);
  if (propertyNames !== undefined) printing.note(path, 'Zod does not check “propertyNames” here.');
  const fields = all.map((name) =>
    printField(name, isPlainObject(properties) ? properties[name] : undefined, required, path, printing),
  );
  const body = fields.length === 0 ? '{}' : `{\n${fields.map((field) => indented(`${field},`)).join('\n')}\n}`;
  if (additionalProperties === false) return call('z.strictObject', body);
  return rest === undefined ? call('z.looseObject', body) : `${call('z.object', body)}.catchall(${rest})`;
}

/** A set of names that is known need not be complete. */
function printRecord(propertyNames: unknown, values: string, path: string, printing: ZodPrinting): string {
  if (!isPlainObject(propertyNames)) return call('z.record', 'z.string()', values);
  const keys = printing.print({ type: 'string', ...propertyNames }, `${path}/propertyNames`);
  return call('enum' in propertyNames || 'const' in propertyNames ? 'z.partialRecord' : 'z.record', keys, values);
}

/** A field that leads back to what it stands in is a getter, which Zod and the compiler evaluate late. */
function printField(name: string, schema: unknown, required: readonly string[], path: string, printing: ZodPrinting): string {
  const part = (schema ?? {}) as JsonSchema;
  const place = `${path}/properties/${escapeSegment(name)}`;
  const { default: fallback, ...others } = isPlainObject(part) ? part : { ...{} };
  const code = printing.print(isPlainObject(part) ? others : part, place);
  const end = isPlainObject(part) && 'default' in part ? printDefault(part, fallback, place, printing) : '';
  const whole = `${code}${end || (required.includes(name) ? '' : '.optional()')}`;
  return isLate(part, printing) ? `get ${propertyKey(name)}() { return ${whole}; }` : `${propertyKey(name)}: ${whole}`;
}

function printDefault(schema: JsonSchemaObject, value: unknown, path: string, printing: ZodPrinting): string {
  const definitions = isPlainObject(printing.root) ? { $defs: printing.root['$defs'] } : {};
  const shape = readShape({ fieldTags: {} }, { ...definitions, ...schema });
  if (fitsShape(shape, value, shapesByPlace(shape), true)) return `.default(${literal(value)})`;
  printing.note(path, 'Its default does not satisfy its schema: it is left out.');
  return '';
}

/** Whether a schema refers to something recursive, with nothing of its own name in between. */
export function isLate(schema: unknown, { recursive }: Pick<ZodPrinting, 'recursive'>): boolean {
  return referencesIn(schema).some((reference) => recursive.has(reference));
}

/** All references inside of a schema, its definitions apart. */
export function referencesIn(schema: unknown): string[] {
  if (typeof schema !== 'object' || schema === null) return [];
  return Object.entries(schema).flatMap(([name, value]) => {
    if (name === '$ref' && typeof value === 'string') return [value];
    return name === '$defs' ? [] : referencesIn(value);
  });
}

function indented(text: string): string {
  return text.replace(/^(?=.)/gm, '  ');
}
