import { isObject } from './is-object.ts';
import { plainShape } from './plain-shape.ts';
import type { FieldPlace, Reading } from './reading.ts';
import { resolvePointer } from './resolve-pointer.ts';
import type { SchemaField, Shape } from './schema-field.ts';
import { either } from './type-words.ts';

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
  const deeper = { ...place, depth: place.depth + 1 };
  if (filled.length === 1) return joined(reading.shape(filled[0], deeper, anchor), beside, orNull);
  const fields = filled.map((branch, index) => reading.field(branch, branchPlace(reading, branch, index, deeper), anchor));
  if (fields.every(isPlain)) {
    return { ...beside, words: either([...fields.map(({ shape }) => shape.words), ...orNull]) };
  }
  return {
    words: either([`one of ${fields.length} shapes`, ...orNull]),
    constraints: beside.constraints,
    groups: [...beside.groups, { label: schema['oneOf'] ? 'Exactly one of' : 'One of', fields }],
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

function branchPlace(reading: Reading, branch: unknown, index: number, { place, depth }: FieldPlace): FieldPlace {
  const { $ref: reference } = isObject(branch) ? branch : {};
  const target = typeof reference === 'string' ? resolvePointer(reading.document, reference) : branch;
  return { name: discriminatorOf(target) ?? titleOf(target) ?? `shape ${index + 1}`, place, depth };
}

/** `kind: "card"`, where the branch has a field that is always the same. */
function discriminatorOf(branch: unknown): string | undefined {
  const properties = isObject(branch) && isObject(branch['properties']) ? branch['properties'] : {};
  const fixed = Object.entries(properties).find(([, schema]) => isObject(schema) && Object.hasOwn(schema, 'const'));
  return fixed && isObject(fixed[1]) ? `${fixed[0]}: ${JSON.stringify(fixed[1]['const'])}` : undefined;
}

function titleOf(branch: unknown): string | undefined {
  return isObject(branch) && typeof branch['title'] === 'string' ? branch['title'] : undefined;
}
