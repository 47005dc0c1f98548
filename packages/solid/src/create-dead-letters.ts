import type { DeadLetter } from '@busbar/core';
import { type Accessor, sharedConfig } from 'solid-js';
import { follow, type Look } from './follow.ts';
import { useBus } from './use-bus.ts';

/**
 * Gives what could not be delivered on this page, oldest first, as an accessor; with a filter, the letters that it answers
 * `true` for.
 *
 * It changes in the microtask after letters came or went, and not for those that the filter declines. Signals that the
 * filter reads are tracked. The list is empty on a server, and while hydrating.
 *
 * @example
 * const failed = createDeadLetters(({ reason }) => reason === 'failed');
 * return <For each={failed()}>{({ event }) => <li>{event.type}</li>}</For>;
 */
export function createDeadLetters(filter: (letter: DeadLetter) => boolean = () => true): Accessor<readonly DeadLetter[]> {
  const bus = useBus();
  const look = {
    initial: [],
    select: (letters: readonly DeadLetter[]) => letters.filter(filter),
    compare: (previous: readonly DeadLetter[], next: readonly DeadLetter[]) =>
      previous.length === next.length && next.every((letter, index) => letter === previous[index]),
  };
  return follow(
    () => bus().deadLetters.kept,
    () => look as Look,
    // Also there while a server renders.
    sharedConfig.context,
  ) as Accessor<readonly DeadLetter[]>;
}
