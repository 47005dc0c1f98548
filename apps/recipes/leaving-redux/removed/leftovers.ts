import type { BusError } from '@busbar/core';

type Listener = () => void;

let leftovers: readonly BusError<'slice-used'>[] = [];
const listeners = new Set<Listener>();

/** Who still uses the slice that is gone: shown on this page, sent to where errors go in a shop with customers. */
export function noteLeftover(error: BusError<'slice-used'>): void {
  leftovers = [...leftovers, error];
  for (const listener of listeners) listener();
}

export function readLeftovers(): readonly BusError<'slice-used'>[] {
  return leftovers;
}

export function watchLeftovers(listener: Listener): () => void {
  listeners.add(listener);
  return () => void listeners.delete(listener);
}
