import type { JsonSchemaObject } from '../../json-schema/json-schema.ts';
import { sameJson } from '../../json-schema/same-json.ts';
import type { Schema } from '../../json-schema/schema-node.ts';

/** Whether two schemas say the same in the same words, so that there is nothing to compare. References may mean different things. */
export function isSameSchema(one: Schema | undefined, other: Schema | undefined): boolean {
  if (typeof one !== 'object' || typeof other !== 'object') return one === other;
  return one === other || (!mentionsReference(one.raw) && sameJson(one.raw, other.raw));
}

const known = new WeakMap<JsonSchemaObject, boolean>();

function mentionsReference(value: unknown): boolean {
  if (typeof value !== 'object' || value === null) return false;
  if (Array.isArray(value)) return value.some(mentionsReference);
  const object = value as JsonSchemaObject;
  let answer = known.get(object);
  if (answer === undefined) {
    answer = Object.keys(object).some((key) => references.has(key)) || Object.values(object).some(mentionsReference);
    known.set(object, answer);
  }
  return answer;
}

const references = new Set(['$ref', '$dynamicRef', '$recursiveRef']);
