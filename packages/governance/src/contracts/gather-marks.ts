import { pointerTo } from '../json-schema/json-pointer.ts';
import type { JsonSchema, JsonSchemaObject } from '../json-schema/json-schema.ts';
import { isPlainObject } from '../json-schema/keyword-places.ts';
import { mapSubschemas } from './canonical/map-subschemas.ts';
import type { NotPlain, Rule } from './described-contract.ts';

/** What a description says of places in a schema. */
export interface Marks {
  readonly rules: readonly Rule[];
  readonly unseen: readonly string[];
  readonly notPlain: readonly NotPlain[];
}

/** Types that no payload can hold: payloads are plain data. */
const notPlainTypes = ['date', 'file', 'function', 'map', 'promise', 'set', 'symbol'];

/** Gathers the marks of both sides of a contract; what both have in the same place is there once. */
export function gatherMarks(schemas: readonly JsonSchema[]): Marks {
  const rules = new Map<string, Rule>();
  const unseen = new Set<string>();
  const notPlain = new Map<string, NotPlain>();
  const visit = (schema: JsonSchemaObject, path: string): void => {
    for (const id of idsOf(schema)) rules.set(`${path} ${id}`, { path, id });
    const { 'x-type': kind, 'x-unseen': isUnseen } = schema;
    if (isUnseen === true || typeof kind === 'string') unseen.add(path);
    if (notPlainTypes.includes(kind as string)) notPlain.set(path, { path, kind: kind as string });
    mapSubschemas(schema, (part, way) => {
      if (isPlainObject(part)) visit(part, pointerTo(path, ...way));
      return part;
    });
  };
  for (const schema of schemas) if (isPlainObject(schema)) visit(schema, '#/');
  return {
    rules: inOrder(rules).map(([, rule]) => rule),
    unseen: [...unseen].sort(),
    notPlain: inOrder(notPlain).map(([, place]) => place),
  };
}

function idsOf({ rule, 'x-rule': xRule, 'x-checks': checks }: JsonSchemaObject): string[] {
  return [rule, xRule, checks].flat().filter((id) => typeof id === 'string');
}

function inOrder<Value>(entries: ReadonlyMap<string, Value>): [string, Value][] {
  return [...entries].sort(([a], [b]) => (a < b ? -1 : 1));
}
