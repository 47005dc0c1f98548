import type { Readable } from '@busbar/core';
import type { Source } from './source.ts';

/** The newest payload of a contract as a source. */
export function createEventState(latest: Readable<unknown>): Source {
  let first: unknown;
  // An initial value written in the render is another object each time; the first one is kept.
  const keptOf = (initial: unknown): unknown => (first ??= initial);
  const get = (initial: unknown): unknown => {
    const payload = latest.get();
    return payload === undefined ? keptOf(initial) : payload;
  };
  return {
    subscribe: (notify) => latest.subscribe(notify),
    get,
    // A browser's hub may hold other events than the server's did, so hydration begins as the server did without any.
    getOnServer: typeof window === 'undefined' ? get : keptOf,
  };
}
