import type { Bus, DeadLetter } from '@busbar/core';
import type { MaybeRefOrGetter, ShallowRef } from 'vue';
import { busOf } from './bus-of.ts';
import { haveSameItems } from './follow.ts';
import { selected } from './selected.ts';

/**
 * Gives the dead letters that the filter answers `true` for, by default all, oldest first, as a ref.
 *
 * It changes in the microtask after such letters came or went. What the filter reads of refs is followed, too. Hydration
 * begins without any.
 *
 * @example
 * const failed = useDeadLetters(({ reason }) => reason === 'failed');
 */
export function useDeadLetters(
  filter?: (letter: DeadLetter) => boolean,
  options?: MaybeRefOrGetter<{ readonly bus?: Bus }>,
): Readonly<ShallowRef<readonly DeadLetter[]>> {
  const bus = busOf(options);
  const select = (letters: readonly DeadLetter[]) => (filter ? letters.filter(filter) : letters);
  return selected(() => bus.value.deadLetters.kept, { initial: [], select, compare: haveSameItems }, true);
}
