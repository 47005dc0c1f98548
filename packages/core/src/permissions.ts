import type { ScopeOptions } from './bus.ts';
import { inDevelopment } from './development.ts';
import { assertPattern, matchesPattern } from './event-name.ts';

/** What a scope may say and hear: lists of patterns, of which each has to have one that fits. */
export interface Permissions {
  readonly publish: readonly (readonly string[])[];
  readonly subscribe: readonly (readonly string[])[];
}

/**
 * Narrows what a parent may do: its own lists and the scope's all have to allow a name, so a scope never does more.
 *
 * @throws BusError `invalid-pattern`.
 */
export function narrowed({ publish, subscribe }: Permissions, options: ScopeOptions, source: string): Permissions {
  return { publish: withList(publish, options.publish, source), subscribe: withList(subscribe, options.subscribe, source) };
}

/** Says whether a name is allowed. */
export function isAllowed(lists: Permissions['publish'], type: string): boolean {
  return lists.every((patterns) => patterns.some((pattern) => matchesPattern(pattern, type)));
}

function withList(lists: Permissions['publish'], list: readonly string[] | undefined, source: string): Permissions['publish'] {
  if (inDevelopment) for (const pattern of list ?? []) assertPattern(pattern, source);
  return list ? [...lists, list] : lists;
}
