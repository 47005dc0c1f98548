'use client';

import type { DeadLetter } from '@busbar/core';
import type { Look } from './selection.ts';
import { useBus } from './use-bus.ts';
import { useSource } from './use-source.ts';

const none: readonly DeadLetter[] = [];

/**
 * Gives the dead letters that the bus may see, oldest first, or those that the filter answers `true` for.
 *
 * The component renders when letters that it shows came or went, once for all that did so in one go. The filter is always
 * that of the last render. On a server, and while a page is hydrated, the list is empty.
 *
 * @example
 * const failed = useDeadLetters(({ reason }) => reason === 'failed');
 * return <button onClick={() => failed.forEach(({ id }) => bus.deadLetters.redrive(id))}>Try {failed.length} again</button>;
 */
export function useDeadLetters(filter?: (letter: DeadLetter) => boolean): readonly DeadLetter[] {
  const { kept } = useBus().deadLetters;
  const look: Look = {
    select: (letters) => (filter ? (letters as DeadLetter[]).filter((letter) => filter(letter)) : letters),
    compare: (previous, next) => isSameList(previous as DeadLetter[], next as DeadLetter[]),
  };
  return useSource(kept, look, kept.get, () => none) as readonly DeadLetter[];
}

function isSameList(one: readonly DeadLetter[], other: readonly DeadLetter[]): boolean {
  return one.length === other.length && one.every((letter, index) => letter === other[index]);
}
