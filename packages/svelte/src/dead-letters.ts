import type { DeadLetter } from '@busbar/core';
import { type BusOption, busOf } from './bus-of.ts';
import { type Current, currentOf } from './current.ts';
import { haveSameItems } from './follow.ts';
import type { MaybeGetter } from './maybe-getter.ts';

/**
 * Gives the dead letters that the filter answers `true` for, by default all, oldest first, as `current`.
 *
 * It changes in the microtask after such letters came or went. What the filter reads of runes is followed, too.
 *
 * @example
 * const failed = deadLetters(({ reason }) => reason === 'failed');
 */
export function deadLetters(
  filter?: (letter: DeadLetter) => boolean,
  options?: MaybeGetter<BusOption>,
): Current<readonly DeadLetter[]> {
  const bus = busOf(options);
  const select = (letters: readonly DeadLetter[]) => (filter ? letters.filter(filter) : letters);
  return currentOf(
    () => [bus()],
    (from) => from.deadLetters.kept,
    { select, compare: haveSameItems },
  );
}
