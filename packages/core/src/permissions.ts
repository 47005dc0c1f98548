import { matchesPattern } from './event-name.ts';

/** What a scope may say and hear. Patterns of a parent and of its scopes all have to allow a name. */
export interface Permissions {
  mayPublish(type: string): boolean;
  maySubscribe(type: string): boolean;
  /** The narrowest patterns, for error messages; undefined means everything. */
  readonly publish: readonly string[] | undefined;
  readonly subscribe: readonly string[] | undefined;
}

/** Everything is allowed to the bus of a page unless it says otherwise. */
export const everything: Permissions = {
  mayPublish: () => true,
  maySubscribe: () => true,
  publish: undefined,
  subscribe: undefined,
};

/** Narrows what a parent may do; a scope can never do more than its parent. */
export function narrowed(
  parent: Permissions,
  { publish, subscribe }: { readonly publish?: readonly string[]; readonly subscribe?: readonly string[] },
): Permissions {
  return {
    mayPublish: publish ? remembered((type) => parent.mayPublish(type) && fitsOne(publish, type)) : parent.mayPublish,
    maySubscribe: subscribe ? remembered((type) => parent.maySubscribe(type) && fitsOne(subscribe, type)) : parent.maySubscribe,
    publish: publish ?? parent.publish,
    subscribe: subscribe ?? parent.subscribe,
  };
}

function fitsOne(patterns: readonly string[], type: string): boolean {
  return patterns.some((pattern) => matchesPattern(pattern, type));
}

function remembered(ask: (type: string) => boolean): (type: string) => boolean {
  const answers = new Map<string, boolean>();
  return (type) => {
    let answer = answers.get(type);
    if (answer === undefined) answers.set(type, (answer = ask(type)));
    return answer;
  };
}
