import { isObject } from './is-object.ts';
import type { FieldPlace, Reading } from './reading.ts';
import { resolvePointer } from './resolve-pointer.ts';
import type { FieldGroup } from './schema-field.ts';

/** The branches of a union, each with what tells it from the others. */
export function unionGroup(
  reading: Reading,
  label: string,
  branches: readonly unknown[],
  place: FieldPlace,
  anchor: string,
): FieldGroup {
  const deeper = { ...place, depth: place.depth + 1 };
  const fields = branches.map((branch, index) => reading.field(branch, branchPlace(reading, branch, index, deeper), anchor));
  return { label, fields };
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
