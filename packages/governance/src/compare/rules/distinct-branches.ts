import { sameJson } from '../../json-schema/same-json.ts';
import type { Branch, CombinedSchema, TypedSchema } from '../typed/typed-schema.ts';

/** The branches without those that were there already. */
export function distinctBranches(schema: CombinedSchema): Branch[] {
  const distinct: Branch[] = [];
  for (const branch of schema.branches()) {
    if (!distinct.some((other) => isSame(other.schema, branch.schema))) distinct.push(branch);
  }
  return distinct;
}

function isSame(one: TypedSchema, other: TypedSchema): boolean {
  if (one === other) return true;
  if (one.isPart || other.isPart || one.kind !== other.kind) return false;
  return sameJson(one.node?.raw, other.node?.raw);
}
