import { isObject } from '../schema/is-object.ts';

/** What two samples of one value say together: the members of both, or the one that is more than an empty object. */
export function together(one: unknown, other: unknown): unknown {
  if (!isObject(one) || !isObject(other)) return isObject(one) && Object.keys(one).length === 0 ? other : one;
  const added = Object.entries(other).map(([name, value]) => [
    name,
    Object.hasOwn(one, name) ? together(one[name], value) : value,
  ]);
  return Object.fromEntries([...Object.entries(one), ...added]);
}
