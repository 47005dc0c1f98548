import type { DeadLetter } from './dead-letters.ts';

/** An error as plain data. */
export interface StoredError {
  readonly name: string;
  readonly message: string;
  readonly stack?: string;
  readonly code?: string | number;
  /** The particulars of a BusError. */
  readonly details?: unknown;
  /** What lay behind it, in the same form. */
  readonly cause?: unknown;
}

/** A dead letter as plain data, which structured clones take, and with them IndexedDB. */
export interface StoredDeadLetter extends Omit<DeadLetter, 'error'> {
  /** A `StoredError`; what was thrown and is no error, as it is or as text. */
  readonly error: unknown;
}

/**
 * Where dead letters outlive their page. Its functions answer at once or with a promise.
 *
 * @example
 * const db = await openDB('shop', 1, { upgrade: (db) => db.createObjectStore('letters', { keyPath: 'id' }) }); // idb
 * const store: DeadLetterStore = {
 *   load: () => db.getAll('letters'),
 *   put: (letter) => db.put('letters', letter),
 *   delete: (id) => db.delete('letters', id),
 * };
 */
export interface DeadLetterStore {
  /** All letters that it holds, in any order. Asked once, when keeping begins. */
  load(): readonly StoredDeadLetter[] | PromiseLike<readonly StoredDeadLetter[]>;
  /** Holds a letter from now on. */
  put(letter: StoredDeadLetter): unknown;
  /** Forgets a letter. Comes after the `put` of the same letter has settled. */
  delete(id: string): unknown;
}
