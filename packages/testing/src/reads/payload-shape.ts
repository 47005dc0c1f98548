import type { AnyEventContract } from '@busbar/core';
import { describeContract } from '@busbar/governance/contracts';
import { type Keywords, keywordsOf, resolve, type Schema } from '../json-schema.ts';

/** What a schema says of the fields of one place in a payload. */
export interface Shape {
  /** How a field is written in a place: its name, or `*` for what has no name of its own, such as the values of a record. */
  stepTo(name: string): string;
  /** Whether the schema names a field, be it there or not. */
  names(name: string): boolean;
  at(name: string): Shape;
}

/** Of payloads that nobody can tell the shape of: fields are what there is. */
const unknownShape: Shape = { stepTo: (name) => name, names: () => false, at: () => unknownShape };

const shapes = new WeakMap<AnyEventContract, Shape>();

/** The shape of what a contract gives; unknown where its schema cannot be read. */
export function shapeOf(contract: AnyEventContract | undefined): Shape {
  if (!contract) return unknownShape;
  const shape = shapes.get(contract) ?? readShape(contract);
  shapes.set(contract, shape);
  return shape;
}

function readShape(contract: AnyEventContract): Shape {
  try {
    const { output } = describeContract(contract);
    return shapeAmong([output], output);
  } catch {
    // Its library says no JSON Schema.
    return unknownShape;
  }
}

/** The shape of a place that has one of several schemas. */
function shapeAmong(schemas: readonly Schema[], root: Schema): Shape {
  const alternatives = schemas.flatMap((schema) => alternativesOf(schema, root, new Set()));
  if (alternatives.length === 0) return unknownShape;
  const names = (name: string): boolean => alternatives.some(({ properties }) => Object.hasOwn(keywordsOf(properties), name));
  const others = alternatives.flatMap(({ additionalProperties, patternProperties, items, prefixItems }) => [
    ...[additionalProperties, items].filter((schema) => typeof schema === 'object'),
    ...Object.values(keywordsOf(patternProperties)),
    ...((prefixItems as unknown[]) ?? []),
  ]) as Schema[];
  return {
    names,
    stepTo: (name) => (names(name) || others.length === 0 ? name : '*'),
    at(name) {
      const named = alternatives.map(({ properties }) => keywordsOf(properties)[name] as Schema | undefined);
      return shapeAmong(names(name) ? named.filter((schema) => schema !== undefined) : others, root);
    },
  };
}

/** A schema, and all that it is put together from. */
function alternativesOf(schema: Schema, root: Schema, seen: Set<string>): Keywords[] {
  const keywords = keywordsOf(schema);
  const { $ref, anyOf, oneOf, allOf } = keywords;
  const parts = [anyOf, oneOf, allOf].flatMap((list) => (Array.isArray(list) ? (list as Schema[]) : []));
  const referred = typeof $ref === 'string' && !seen.has($ref) ? [resolve(root, $ref)] : [];
  if (typeof $ref === 'string') seen.add($ref);
  return [keywords, ...[...parts, ...referred].flatMap((part) => alternativesOf(part, root, seen))];
}
