import type { BusEvent } from '../event.ts';
import type { DeadLetter } from './dead-letters.ts';
import type { Hub } from './hub.ts';

/** What a letter is found by in the list: its number, or its id if it is of another page. */
function keyOf({ prefix }: Hub, id: string): number | string {
  return Number(id.split(`${prefix}dead-`)[1]) || id;
}

/** The letter of that id, if it is in the list. */
export function letterOf(hub: Hub, id: string): DeadLetter | undefined {
  return hub.letters.get(keyOf(hub, id));
}

/** Puts a letter, which was made right now, at the end of the list. */
export function addLetter(hub: Hub, letter: DeadLetter): void {
  hub.letters.set(hub.counts.deadLetters, letter);
  hub.letterKeeper?.update(letter.id);
  trimLetters(hub);
  noteLetters(hub);
}

/** Tells those who watch the list, in a microtask, that it is another one now. */
export function noteLetters(hub: Hub): void {
  hub.letterChange = {};
  if (hub.letterWatchers) for (const look of hub.letterWatchers) queueMicrotask(look);
}

/** Lets go of the oldest letters past the bound. */
export function trimLetters(hub: Hub): void {
  const { letters, limits } = hub;
  for (let tooMany = Math.min(letters.size, letters.size - limits.deadLetters); tooMany > 0; tooMany--) {
    // A new iterator each time would walk over the holes of all letters that were let go.
    hub.oldestLetter ??= letters.keys();
    const key = hub.oldestLetter.next().value!;
    const { id } = letters.get(key)!;
    letters.delete(key);
    hub.letterKeeper?.update(id);
  }
}

/** Takes a letter from the list alone; answers whether it was there. */
export function takeLetter(hub: Hub, id: string): boolean {
  // An iterator that nobody goes on with would hold all letters that come and go meanwhile.
  hub.oldestLetter = undefined;
  const wasThere = hub.letters.delete(keyOf(hub, id));
  if (wasThere) noteLetters(hub);
  return wasThere;
}

/** Takes a letter from the list and its store; answers whether it was there. */
export function removeLetter(hub: Hub, id: string): boolean {
  const wasThere = takeLetter(hub, id);
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
