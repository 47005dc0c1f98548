import { pointerTo } from '../json-schema/json-pointer.ts';
import type { JsonSchema, JsonSchemaObject } from '../json-schema/json-schema.ts';
import { isPlainObject } from '../json-schema/keyword-places.ts';
import { UnreadableSchemaError } from './unreadable-schema-error.ts';

type Side = 'original' | 'updated';
type Expectation = readonly [expected: string, isMet: (value: unknown) => boolean];

const typeNames: readonly unknown[] = ['null', 'boolean', 'integer', 'number', 'string', 'array', 'object'];
const isCount = (value: unknown) => Number.isInteger(value) && (value as number) >= 0;
const isNumber = (value: unknown) => typeof value === 'number' && Number.isFinite(value);
const isNames = (value: unknown) => Array.isArray(value) && value.every((name) => typeof name === 'string');
const isSchema = (value: unknown) => typeof value === 'boolean' || isPlainObject(value);
const isSchemas = (value: unknown) => Array.isArray(value) && value.every(isSchema);

const count: Expectation = ['a whole number from 0 up', isCount];
const number: Expectation = ['a number', isNumber];
const numberOrFlag: Expectation = [
  'a number (or true or false in draft-04)',
  (value) => isNumber(value) || typeof value === 'boolean',
];
const flag: Expectation = ['true or false', (value) => typeof value === 'boolean'];
const text: Expectation = ['text', (value) => typeof value === 'string'];
const schema: Expectation = ['a schema: an object, true or false', isSchema];
const schemas: Expectation = ['a list of schemas with one at least', (value) => isSchemas(value) && (value as []).length > 0];
const schemaOrTuple: Expectation = ['a schema or a list of schemas', (value) => isSchema(value) || isSchemas(value)];
const named: Expectation = ['an object', isPlainObject];

const expectations: Readonly<Record<string, Expectation>> = {
  type: ['the name of a JSON type, or a list of them', (value) => [value].flat().every((name) => typeNames.includes(name))],
  enum: ['a list of values', Array.isArray],
  required: ['a list of names', isNames],
  multipleOf: ['a number above 0', (value) => isNumber(value) && (value as number) > 0],
  minimum: number,
  maximum: number,
  exclusiveMinimum: numberOrFlag,
  exclusiveMaximum: numberOrFlag,
  pattern: ['a regular expression', isRegularExpression],
  uniqueItems: flag,
  $ref: text,
  items: schemaOrTuple,
  ...all(
    ['minLength', 'maxLength', 'minItems', 'maxItems', 'minProperties', 'maxProperties', 'minContains', 'maxContains'],
    count,
  ),
  ...all(['allOf', 'anyOf', 'oneOf'], schemas),
  prefixItems: ['a list of schemas', isSchemas],
  ...all(['not', 'if', 'then', 'else', 'contains', 'propertyNames', 'additionalProperties', 'additionalItems'], schema),
  ...all(['unevaluatedProperties', 'unevaluatedItems'], schema),
  ...all(
    ['properties', 'patternProperties', '$defs', 'definitions', 'dependentSchemas', 'dependencies', 'dependentRequired'],
    named,
  ),
};

/** Keywords whose members are schemas by name. */
const schemasByName = new Set(['properties', 'patternProperties', '$defs', 'definitions', 'dependentSchemas']);

/** How many schemas may lie within each other: what compares them walks by recursion. */
const deepest = 256;

/** How deep the schemas are that were checked. */
const checked = new WeakMap<JsonSchemaObject, number>();

/** Refuses a schema that has a keyword with a value that makes no sense, or in which schemas lie within more than 256 others. */
export function checkKeywords(root: JsonSchema, side: Side): void {
  if (!isSchema(root)) throw new UnreadableSchemaError(side, '#', schema[0], root);
  const waiting: [value: unknown, at: string, depth: number][] = [[root, '#', 0]];
  let reached = 0;
  for (const [value, at, depth] of waiting) {
    if (!isPlainObject(value)) continue;
    reached = Math.max(reached, depth + (checked.get(value) ?? 0));
    if (reached > deepest) throw new UnreadableSchemaError(side, '#', `at most ${deepest} schemas deep`, 'deeper');
    if (checked.has(value)) continue;
    for (const [keyword, found] of Object.entries(value))
      for (const [part, place] of checkKeyword(keyword, found, pointerTo(at, keyword), side))
        waiting.push([part, place, depth + 1]);
  }
  if (isPlainObject(root)) checked.set(root, reached);
}

/** Answers the schemas in the keyword. */
function checkKeyword(keyword: string, value: unknown, at: string, side: Side): [value: unknown, at: string][] {
  const expectation = Object.hasOwn(expectations, keyword) ? expectations[keyword] : undefined;
  if (!expectation) return [];
  const [expected, isMet] = expectation;
  if (!isMet(value)) throw new UnreadableSchemaError(side, at, expected, value);
  if (Array.isArray(value))
    return expectation === schemas || keyword.endsWith('tems') ? value.map((item, index) => [item, pointerTo(at, index)]) : [];
  if (!isPlainObject(value)) return [];
  if (expectation !== named) return [[value, at]];
  return Object.entries(value).flatMap(([name, item]) => {
    if (keyword === 'patternProperties' && !isRegularExpression(name))
      throw new UnreadableSchemaError(side, pointerTo(at, name), 'named by a regular expression', name);
    return checkMember(keyword, item, pointerTo(at, name), side);
  });
}

function checkMember(keyword: string, item: unknown, at: string, side: Side): [value: unknown, at: string][] {
  if (keyword === 'dependentRequired' && !isNames(item)) throw new UnreadableSchemaError(side, at, 'a list of names', item);
  if (keyword === 'dependencies' && !isSchema(item) && !isNames(item)) {
    throw new UnreadableSchemaError(side, at, 'a schema or a list of names', item);
  }
  if (schemasByName.has(keyword) && !isSchema(item)) throw new UnreadableSchemaError(side, at, schema[0], item);
  return isPlainObject(item) ? [[item, at]] : [];
}

function isRegularExpression(value: unknown): boolean {
  if (typeof value !== 'string') return false;
  for (const flags of ['u', '']) {
    try {
      new RegExp(value, flags);
      return true;
    } catch {}
  }
  return false;
}

function all(keywords: readonly string[], expectation: Expectation): Record<string, Expectation> {
  return Object.fromEntries(keywords.map((keyword) => [keyword, expectation]));
}
