import { isObject } from './is-object.ts';
import { plainShape } from './plain-shape.ts';
import type { FieldPlace, Reading } from './reading.ts';
import type { SchemaField, Shape } from './schema-field.ts';
import { either } from './type-words.ts';
import { unionGroup } from './union-group.ts';

/** A value of several types in one line where that says it all; else every branch with what tells it from the others. */
export function unionShape(
  reading: Reading,
  schema: Record<string, unknown>,
  branches: readonly unknown[],
  place: FieldPlace,
  anchor: string,
): Shape {
  const beside = plainShape(reading, schema, place, anchor);
  const filled = branches.filter((branch) => !isNull(branch));
  const orNull = filled.length < branches.length ? ['null'] : [];
  if (filled.length === 1) return joined(reading.shape(filled[0], { ...place, depth: place.depth + 1 }, anchor), beside, orNull);
  const group = unionGroup(reading, Array.isArray(schema['anyOf']) ? 'One of' : 'Exactly one of', filled, place, anchor);
  const { fields } = group;
  if (fields.every(isPlain)) {
    return { ...beside, words: either([...fields.map(({ shape }) => shape.words), ...orNull]) };
  }
  return {
    words: either([`one of ${fields.length} shapes`, ...orNull]),
    constraints: beside.constraints,
    groups: [...beside.groups, group],
  };
}

function joined(shape: Shape, beside: Shape, orNull: readonly string[]): Shape {
  return {
    ...shape,
    words: either([shape.words, ...orNull]),
    constraints: [...beside.constraints, ...shape.constraints],
    groups: [...beside.groups, ...shape.groups],
  };
}

/** Says whether the words alone tell everything about a branch. */
function isPlain({ shape, description, tags }: SchemaField): boolean {
  return shape.groups.length === 0 && shape.constraints.length === 0 && !shape.sameAs && !description && tags.length === 0;
}

function isNull(branch: unknown): boolean {
  return isObject(branch) && (branch['type'] === 'null' || branch['const'] === null);
}
