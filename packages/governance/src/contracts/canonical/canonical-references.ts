import { pointerTo } from '../../json-schema/json-pointer.ts';
import type { JsonSchemaObject } from '../../json-schema/json-schema.ts';
import { isPlainObject } from '../../json-schema/keyword-places.ts';
import { definitionName, isPlainlyReferenced } from './definition-name.ts';
import { mapSubschemas } from './map-subschemas.ts';

const made = /^__schema/;

/**
 * Definitions that are needed, by names that do not depend on how they were found: those the author gave stay, others are
 * numbered in the order in which the schema comes by them. A root that is only a reference is what it refers to. Schemas with other references are left as they are.
 */
export function canonicalReferences(root: JsonSchemaObject): JsonSchemaObject {
  if (!isPlainlyReferenced(root)) return root;
  const { $defs = {}, ...rest } = root as { $defs?: Readonly<Record<string, JsonSchemaObject>> };
  const rootName = Object.keys(rest).length === 1 ? definitionName(rest) : undefined;
  const body = rootName === undefined ? undefined : $defs[rootName];
  const names = new Map<string, string>();
  const bodies: Record<string, unknown> = {};

  function rewrite(schema: unknown): unknown {
    if (!isPlainObject(schema)) return schema;
    const inner = mapSubschemas(schema, rewrite);
    const name = definitionName(schema);
    if (name === undefined || !Object.hasOwn($defs, name)) return inner;
    return { ...inner, $ref: body && name === rootName ? '#' : pointerTo('#', '$defs', nameOf(name)) };
  }

  function nameOf(name: string): string {
    const known = names.get(name);
    if (known !== undefined) return known;
    const given = made.test(name) ? unused(names.size + 1, $defs) : name;
    names.set(name, given);
    bodies[given] = rewrite($defs[name]);
    return given;
  }

  const whole = rewrite(isPlainObject(body) ? body : rest) as JsonSchemaObject;
  if (names.size === 0) return whole;
  const inOrder = Object.keys(bodies)
    .sort()
    .map((name) => [name, bodies[name]]);
  return { $defs: Object.fromEntries(inOrder), ...whole };
}

function unused(count: number, taken: object): string {
  const name = `recursive${count}`;
  return Object.hasOwn(taken, name) ? unused(count + 1, taken) : name;
}
