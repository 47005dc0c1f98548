import type { JsonSchema, JsonSchemaObject } from '../../json-schema/json-schema.ts';
import { isPlainObject } from '../../json-schema/keyword-places.ts';
import { printArray } from './print-array.ts';
import { printAllOf, printUnion } from './print-combined.ts';
import { printObject } from './print-object.ts';
import { printString } from './print-string.ts';
import { call, checks, literal, type ZodPrinting } from './zod-printing.ts';

/** What no method of Zod says. */
const unsaid = [
  'not',
  'if',
  'then',
  'else',
  'dependentRequired',
  'dependentSchemas',
  'unevaluatedProperties',
  'unevaluatedItems',
  'contentEncoding',
  'contentMediaType',
  'contentSchema',
  'x-type',
];

/** What Zod checks only in schemas that it makes of JSON Schema itself. */
const said = ['uniqueItems', 'contains', 'minContains', 'maxContains', 'patternProperties', 'minProperties', 'maxProperties'];

/** What keywords say of values of one type alone. */
const typeOf: Readonly<Record<string, string>> = {
  properties: 'object',
  required: 'object',
  additionalProperties: 'object',
  items: 'array',
  prefixItems: 'array',
  minLength: 'string',
  pattern: 'string',
  minimum: 'number',
  maximum: 'number',
};

/** The Zod code of a canonical schema. What it does not check is noted. */
export function printZod(schema: JsonSchema, path: string, printing: ZodPrinting): string {
  if (!isPlainObject(schema)) return schema ? 'z.unknown()' : 'z.never()';
  const { $defs: _, ...keywords } = schema;
  return `${printBare(keywords, path, printing)}${printMeta(keywords)}`;
}

function printBare(schema: JsonSchemaObject, path: string, printing: ZodPrinting): string {
  if (isPlainObject(schema['not']) && Object.keys(schema['not']).length === 0) return 'z.never()';
  if (typeof schema['$ref'] === 'string') return printReference(schema, schema['$ref'], path, printing);
  for (const keyword of unsaid.filter((one) => one in schema)) printing.note(path, `Zod does not check “${keyword}”.`);
  if ('const' in schema) return printLiterals([schema['const']], path, printing);
  if (Array.isArray(schema['enum'])) return printLiterals(schema['enum'], path, printing);
  return printAllOf(schema, path, printing) ?? printUnion(schema, path, printing) ?? withSaid(schema, path, printing);
}

/** What stands beside a reference has to hold as well. */
function printReference(
  { $ref: _, ...beside }: JsonSchemaObject,
  reference: string,
  path: string,
  printing: ZodPrinting,
): string {
  const name = printing.names.get(reference);
  if (name === undefined) {
    printing.note(path, `“${reference}” leads nowhere: any value is admitted.`);
    return 'z.unknown()';
  }
  const asserting = Object.keys(beside).some(
    (keyword) => !['title', 'description', 'deprecated', 'tags', 'default', 'examples'].includes(keyword),
  );
  return asserting ? call('z.intersection', name, printing.print(beside, path)) : name;
}

function printLiterals(values: readonly unknown[], path: string, printing: ZodPrinting): string {
  if (values.every((value) => typeof value === 'string') && values.length > 1) return `z.enum(${literal(values)})`;
  if (values.every((value) => typeof value !== 'object' || value === null)) {
    const [only] = values;
    return values.length === 1 ? call('z.literal', literal(only)) : call('z.literal', literal(values));
  }
  printing.note(path, 'Zod has no literals that are objects or lists: any value is admitted.');
  return 'z.unknown()';
}

/** A keyword that Zod knows from JSON Schema alone is checked beside the rest, whose type stays. */
function withSaid(schema: JsonSchemaObject, path: string, printing: ZodPrinting): string {
  const code = printTyped(schema, path, printing);
  const keywords = said.filter((keyword) => keyword in schema);
  if (keywords.length === 0) return code;
  const part = { type: schema['type'], ...Object.fromEntries(keywords.map((keyword) => [keyword, schema[keyword]])) };
  if (JSON.stringify(part).includes('"$ref"') || schema['type'] === undefined || !isReadable(part)) {
    printing.note(path, `Zod does not check ${keywords.join(', ')}.`);
    return code;
  }
  printing.note(path, `Zod checks ${keywords.join(', ')} in a schema of its own making, which the gate cannot look into.`);
  return call('z.intersection', code, `z.fromJSONSchema(${literal(part)}) as z.ZodType<unknown>`);
}

/** What Zod refuses to make a schema of. */
function isReadable(schema: object): boolean {
  return !/"(if|then|else|not|dependent\w+|unevaluated\w+|\$dynamicRef|const)":/.test(JSON.stringify(schema));
}

function printTyped(schema: JsonSchemaObject, path: string, printing: ZodPrinting): string {
  const implied = Object.keys(schema).flatMap((keyword) => (Object.hasOwn(typeOf, keyword) ? typeOf[keyword]! : []))[0];
  if (schema['type'] === undefined && implied) printing.note(path, `It has no “type”: it is taken for ${implied}.`);
  switch (schema['type'] ?? implied) {
    case 'string':
      return printString(schema, path, printing);
    case 'integer':
    case 'number': {
      const bounds = { minimum: 'gte', maximum: 'lte', exclusiveMinimum: 'gt', exclusiveMaximum: 'lt', multipleOf: 'multipleOf' };
      return `${schema['type'] === 'integer' ? 'z.int()' : 'z.number()'}${checks(schema, bounds)}`;
    }
    case 'boolean':
      return 'z.boolean()';
    case 'null':
      return 'z.null()';
    case 'array':
      return printArray(schema, path, printing);
    case 'object':
      return printObject(schema, path, printing);
    default:
      return 'z.unknown()';
  }
}

function printMeta({ title, description, deprecated, tags }: JsonSchemaObject): string {
  const meta = { ...(typeof title === 'string' && { title }), ...(typeof description === 'string' && { description }) };
  const more = { ...meta, ...(deprecated === true && { deprecated }), ...(Array.isArray(tags) && { tags }) };
  return Object.keys(more).length > 0 ? `.meta(${literal(more)})` : '';
}
