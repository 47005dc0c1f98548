import type { BusEvent } from '../event.ts';
import type { DeadLetter } from './dead-letters.ts';
import type { Hub } from './hub.ts';

/** Puts a letter at the end of the list. */
export function addLetter(hub: Hub, letter: DeadLetter): void {
  hub.letters.set(letter.id, letter);
  hub.letterKeeper?.update(letter.id);
  trimLetters(hub);
}

/** Lets go of the oldest letters past the bound. */
export function trimLetters(hub: Hub): void {
  const { letters, limits } = hub;
  while (letters.size > limits.deadLetters) removeLetter(hub, letters.keys().next().value!);
}

/** Takes a letter from the list; answers whether it was there. */
export function removeLetter(hub: Hub, id: string): boolean {
  const wasThere = hub.letters.delete(id);
  hub.letterKeeper?.update(id);
  return wasThere;
}

/**
 * Lets a store forget the letter that an event was redriven from, once the event has come to its end. A page that goes
 * away before that has the letter still.
 */
export function settleLetter(hub: Hub, { redriveof }: BusEvent): void {
  if (redriveof) hub.letterKeeper?.update(redriveof);
}
