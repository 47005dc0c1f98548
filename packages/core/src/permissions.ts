import type { ScopeOptions } from './bus.ts';
import { BusError } from './bus-error.ts';
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
  if (inDevelopment)
    for (const pattern of [options.publish ?? [], options.subscribe ?? []].flat()) assertPattern(pattern, source);
  return { publish: withList(publish, options.publish), subscribe: withList(subscribe, options.subscribe) };
}

/** Says whether a name is allowed. */
export function isAllowed(lists: Permissions['publish'], type: string): boolean {
  return lists.length === 0 || lists.every((patterns) => patterns.some((pattern) => matchesPattern(pattern, type)));
}

/** @throws BusError `forbidden` where a name is not allowed. */
export function assertAllowed(permissions: Permissions, action: keyof Permissions, type: string, source: string): void {
  const lists = permissions[action];
  if (!isAllowed(lists, type)) throw new BusError('forbidden', { action, type, source, allowed: lists.at(-1) ?? [] });
}

function withList(lists: Permissions['publish'], list: readonly string[] | undefined): Permissions['publish'] {
  return list ? [...lists, list] : lists;
}
