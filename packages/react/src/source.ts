import type { Readable } from '@busbar/core';

/** A value that changes, as hooks read it. */
export interface Source {
  subscribe(notify: () => void): () => void;
  /** The value now, or `initial` where there is none. */
  get(initial?: unknown): unknown;
  /** The value on a server, and on a page while it takes over what a server rendered. */
  getOnServer(initial?: unknown): unknown;
}

/** Any readable as a source. On a server it is what it is there. */
export function toSource(readable: Readable<unknown>, getOnServer: () => unknown = () => readable.get()): Source {
  return { subscribe: (notify) => readable.subscribe(notify), get: () => readable.get(), getOnServer };
}
