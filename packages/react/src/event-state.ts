import type { Readable } from '@busbar/core';

/** The newest payload of a contract, and what is shown while there is none. */
export interface EventState extends Readable<unknown> {
  /** An initial value written in the render is another object each time; the first one is kept. */
  keep(initial: unknown): unknown;
}

export function createEventState(latest: Readable<unknown>): EventState {
  let first: unknown;
  return { ...latest, keep: (initial) => (first ??= initial) };
}

/** Reads the newest payload, or asks `otherwise` while there is none. */
export function payloadOr(latest: Readable<unknown>, otherwise: () => unknown): () => unknown {
  return () => {
    const payload = latest.get();
    return payload === undefined ? otherwise() : payload;
  };
}
