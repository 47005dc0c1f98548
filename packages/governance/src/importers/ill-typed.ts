import { isSchema } from '../exporters/json-schema/subschemas.ts';
import type { JsonSchemaObject } from '../json-schema/json-schema.ts';
import { isPlainObject } from '../json-schema/keyword-places.ts';

type Check = (value: unknown) => boolean;

const isText: Check = (value) => typeof value === 'string';
const isNumber: Check = (value) => typeof value === 'number';
const isTruth: Check = (value) => typeof value === 'boolean';
const isTexts: Check = (value) => Array.isArray(value) && value.every(isText);
const isSchemas: Check = (value) => Array.isArray(value) && value.every(isSchema);
const isTextOrTexts: Check = (value) => isText(value) || isTexts(value);
/** In draft-04, a truth value makes the bound beside it exclusive. */
const isBound: Check = (value) => isNumber(value) || isTruth(value);
const isTextsByName: Check = (value) => isPlainObject(value) && Object.values(value).every(isTexts);

/** What the value of a keyword has to be, in any draft. */
const checks = new Map<string, Check>([
  ...each(isText, '$ref', 'format', 'pattern'),
  ...each(isTexts, 'required'),
  ...each(isTextOrTexts, 'type'),
  ...each(Array.isArray, 'enum'),
  ...each(isSchemas, 'allOf', 'anyOf', 'oneOf', 'prefixItems'),
  ...each(isPlainObject, 'properties', 'patternProperties', 'dependencies', 'dependentSchemas'),
  ...each(isTextsByName, 'dependentRequired'),
  ...each(isNumber, 'minimum', 'maximum', 'multipleOf', 'minLength', 'maxLength', 'minItems', 'maxItems'),
  ...each(isNumber, 'minProperties', 'maxProperties', 'minContains', 'maxContains'),
  ...each(isBound, 'exclusiveMinimum', 'exclusiveMaximum'),
  ...each(isTruth, 'uniqueItems'),
]);

/** The keywords of a schema that do not have a value of their kind, and so say nothing. */
export function illTypedIn(schema: JsonSchemaObject): string[] {
  return Object.keys(schema).filter((keyword) => checks.get(keyword)?.(schema[keyword]) === false);
}

function each(check: Check, ...keywords: readonly string[]): [string, Check][] {
  return keywords.map((keyword) => [keyword, check]);
}
