import type { JsonSchemaObject } from '../../json-schema/json-schema.ts';
import { isPlainObject } from '../../json-schema/keyword-places.ts';
import { canonicalJson } from '../../lock/canonical-json.ts';

type Keywords = Record<string, unknown>;

/** Values with which a keyword says nothing. */
const idle: Readonly<Record<string, unknown>> = { minItems: 0, minLength: 0, minProperties: 0, uniqueItems: false };
const rests = ['additionalProperties', 'items'];
const notes = ['$schema', 'id', '~standard'];

/**
 * One schema, those in it evened out already. Where something counts what was evaluated, `items: true` says that all items
 * were, and stays.
 */
export function evenOut(schema: JsonSchemaObject, countsEvaluated: boolean): JsonSchemaObject {
  const keywords: Keywords = { ...schema };
  for (const name of notes) delete keywords[name];
  sortValues(keywords);
  nameTypeOfConst(keywords);
  dropIdle(keywords, countsEvaluated);
  foldUnion(keywords);
  dropCountingBounds(keywords);
  return keywords;
}

/** The order of required names, of enumerated values and of types says nothing, nor does naming one twice. */
function sortValues(keywords: Keywords): void {
  for (const name of ['required', 'enum', 'type', 'tags', 'rule', 'x-checks']) {
    const value = keywords[name];
    if (!Array.isArray(value)) continue;
    const byText = new Map(value.map((item) => [typeof item === 'string' ? item : canonicalJson(item), item]));
    keywords[name] = [...byText].sort(([a], [b]) => (a < b ? -1 : 1)).map(([, item]) => item);
  }
  const { type, enum: listed } = keywords;
  if (Array.isArray(type) && type.length === 1) keywords['type'] = type[0];
  if (Array.isArray(listed) && listed.length === 1) {
    delete keywords['enum'];
    keywords['const'] = listed[0];
  }
}

/** `{ const: 'a' }` is a text, and says so. */
function nameTypeOfConst(keywords: Keywords): void {
  if (keywords['type'] !== undefined) return;
  const values = 'const' in keywords ? [keywords['const']] : ((keywords['enum'] as unknown[] | undefined) ?? []);
  const kinds = [...new Set(values.map((value) => (value === null ? 'null' : typeof value)))];
  if (kinds.length === 1 && ['null', 'boolean', 'number', 'string'].includes(kinds[0]!)) keywords['type'] = kinds[0];
}

function dropIdle(keywords: Keywords, countsEvaluated: boolean): void {
  for (const [name, value] of Object.entries(idle)) if (keywords[name] === value) delete keywords[name];
  for (const name of ['properties', 'patternProperties', '$defs']) if (isEmpty(keywords[name])) delete keywords[name];
  for (const name of countsEvaluated ? [] : rests) {
    if (keywords[name] === true || isEmpty(keywords[name])) delete keywords[name];
  }
  for (const name of ['required', 'allOf', 'prefixItems'])
    if (Array.isArray(keywords[name]) && keywords[name].length === 0) delete keywords[name];
  const { propertyNames, prefixItems, items, maxItems } = keywords;
  if (isPlainObject(propertyNames) && isBareType(propertyNames, 'string')) delete keywords['propertyNames'];
  // A closed tuple has no more items than it has places.
  const places = Array.isArray(prefixItems) ? prefixItems.length : Number.POSITIVE_INFINITY;
  if (items === false && (maxItems as number) >= places) delete keywords['maxItems'];
}

/** `anyOf` in `anyOf` is one; what is named twice is named once; "or null" comes last, and plain types become one `type`. */
function foldUnion(keywords: Keywords): void {
  const { anyOf } = keywords;
  if (!Array.isArray(anyOf)) return;
  const branches = branchesOf(anyOf);
  delete keywords['anyOf'];
  if (Object.keys(keywords).length === 0 && branches.length === 1) {
    Object.assign(keywords, branches[0]);
  } else if (keywords['type'] === undefined && branches.every((branch) => isOnly(branch, 'type'))) {
    keywords['type'] = branches.flatMap(({ type }) => type);
    sortValues(keywords);
  } else {
    keywords['anyOf'] = branches;
  }
}

function branchesOf(anyOf: readonly unknown[]): JsonSchemaObject[] {
  const flat = anyOf.flatMap((branch) =>
    isPlainObject(branch) && isOnly(branch, 'anyOf') ? (branch['anyOf'] as unknown[]) : [branch],
  );
  const different = [...new Map(flat.map((branch) => [canonicalJson(branch), branch])).values()] as JsonSchemaObject[];
  const possible = different.filter((branch) => !isNever(branch));
  return (possible.length > 0 ? possible : different).sort(
    (a, b) => Number(isBareType(a, 'null')) - Number(isBareType(b, 'null')),
  );
}

function isNever(schema: JsonSchemaObject): boolean {
  return isOnly(schema, 'not') && isEmpty(schema['not']);
}

/** Whole numbers are told to be those that JavaScript can count. JSON knows no others to tell them from. */
function dropCountingBounds(keywords: Keywords): void {
  if (keywords['type'] !== 'integer') return;
  if (keywords['minimum'] === Number.MIN_SAFE_INTEGER) delete keywords['minimum'];
  if (keywords['maximum'] === Number.MAX_SAFE_INTEGER) delete keywords['maximum'];
}

function isEmpty(value: unknown): boolean {
  return isPlainObject(value) && Object.keys(value).length === 0;
}

function isOnly(schema: JsonSchemaObject, keyword: string): boolean {
  return Object.keys(schema).length === 1 && keyword in schema;
}

function isBareType(schema: JsonSchemaObject, type: string): boolean {
  return isOnly(schema, 'type') && schema['type'] === type;
}
