'use client';

import type { Readable } from '@busbar/core';
import type { Look } from './selection.ts';
import { useSource } from './use-source.ts';

/**
 * Gives the value of a readable, or what `select` makes of it, and renders again when that changes.
 *
 * Takes anything with `get` and `subscribe`: a projection, `bus.latest(contract)`, `bus.deadLetters.kept`, a readable of
 * your own. The component renders only when `compare` (default `Object.is`) finds the next selection different. Make the
 * readable outside of the render or memoize it: another object is another subscription. On a server, and while a page is
 * hydrated, the value is what `get()` answers there.
 *
 * @example
 * const total = useProjection(cartTotals, (totals) => totals.gross);
 */
export function useProjection<Value>(
  readable: Readable<Value>,
  select?: undefined,
  options?: { readonly compare?: (previous: Value, next: Value) => boolean },
): Value;
export function useProjection<Value, Selection>(
  readable: Readable<Value>,
  select: (value: Value) => Selection,
  options?: { readonly compare?: (previous: Selection, next: Selection) => boolean },
): Selection;
export function useProjection(readable: Readable<unknown>, select?: Look['select'], options?: Look): unknown {
  return useSource(readable, { ...options, select });
}
