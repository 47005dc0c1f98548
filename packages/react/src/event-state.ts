import type { Readable } from '@busbar/core';

/** How a component looks at the payload. */
export interface Look {
  readonly initial?: unknown;
  select?(value: unknown): unknown;
  compare?(previous: unknown, next: unknown): boolean;
}

/** A readable as React's external store: the same snapshot for as long as nothing that the component looks at differs. */
export interface EventState {
  subscribe(notify: () => void): () => void;
  read(look: Look): unknown;
  /** The snapshot for server rendering and for hydrating what a server rendered. */
  readOnServer(look: Look): unknown;
}

/** Makes the store of one component for one contract. */
export function createEventState(readable: Readable<unknown>): EventState {
  let first: unknown;
  let last: { value: unknown; select: Look['select']; selection: unknown } | undefined;

  function pick(latest: unknown, { initial, select, compare = Object.is }: Look): unknown {
    // An initial value written in the render is another object each time; the first one is kept.
    first ??= initial;
    const value = latest === undefined ? first : latest;
    if (last && last.value === value && last.select === select) return last.selection;
    const next = select ? select(value) : value;
    last = { value, select, selection: last && compare(last.selection, next) ? last.selection : next };
    return last.selection;
  }

  return {
    subscribe: (notify) => readable.subscribe(notify),
    read: (look) => pick(readable.get(), look),
    // A browser's hub may hold other events than the server's did, so hydration begins as the server did without any.
    readOnServer: (look) => pick(typeof window === 'undefined' ? readable.get() : undefined, look),
  };
}
