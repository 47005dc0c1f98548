import { matchesPattern } from './event-name.ts';

/** What a scope may say and hear: lists of patterns, of which each has to have one that fits. */
export interface Permissions {
  readonly publish: readonly (readonly string[])[];
  readonly subscribe: readonly (readonly string[])[];
}

/** Narrows what a parent may do: its own lists and the scope's all have to allow a name, so a scope never does more. */
export function narrowed(
  parent: Permissions | undefined,
  { publish, subscribe }: { readonly publish?: readonly string[]; readonly subscribe?: readonly string[] },
): Permissions {
  const add = (lists: Permissions['publish'] = [], list: readonly string[] | undefined) => (list ? [...lists, list] : lists);
  return { publish: add(parent?.publish, publish), subscribe: add(parent?.subscribe, subscribe) };
}

/** Says whether a name is allowed. */
export function isAllowed(lists: Permissions['publish'], type: string): boolean {
  return lists.every((patterns) => patterns.some((pattern) => matchesPattern(pattern, type)));
}
