import type { BusError, DeadLetter, DeadLetters } from '@busbar/core';
import { tellValue } from './tell-events.ts';
import type { ExpectedLetter } from './test-bus.ts';

/** What strict mode remembers of one bus. */
export class Strictness {
  readonly #letters: DeadLetters;
  readonly #told = new Set<string>();
  #errors: BusError[] = [];
  #expected: ExpectedLetter[] = [];
  /** Errors of letters that somebody expected, redrove or discarded. */
  readonly #settled = new Set<unknown>();

  constructor(letters: DeadLetters) {
    this.#letters = letters;
    // What is redriven or discarded is in no list afterwards, but its error may have been reported.
    letters.subscribe(({ error }) => this.#settled.add(error));
  }

  report(error: BusError): void {
    this.#errors.push(error);
  }

  expect(which: ExpectedLetter = () => true): void {
    this.#expected.push(which);
  }

  /** Tells what has gone wrong since it was asked last; nothing if nothing has. */
  takeComplaints(): string[] {
    const unexpected = this.#letters.list(({ id }) => !this.#told.has(id)).filter((letter) => !this.#takeExpected(letter));
    const missing = this.#expected.map((which) => `A dead letter ${tellExpected(which)} was expected, and none came.`);
    const errors = this.#errors.filter((error) => !this.#settled.has(error));
    this.#expected = [];
    this.#errors = [];
    for (const { id } of this.#letters.list()) this.#told.add(id);
    return [...unexpected.map(tellLetter), ...errors.map((error) => `Reported: ${tellError(error)}`), ...missing];
  }

  #takeExpected(letter: DeadLetter): boolean {
    const index = this.#expected.findIndex((which) => (typeof which === 'string' ? letter.reason === which : which(letter)));
    if (index < 0) return false;
    this.#expected.splice(index, 1);
    return true;
  }
}

/** A dead letter in one sentence. */
export function tellLetter({ reason, event, subscriber, error }: DeadLetter): string {
  const whose = subscriber ? `, which "${subscriber.source}" missed` : '';
  return `Dead letter (${reason}): ${event.type} by "${event.source}"${whose}: ${tellValue(event.data)}. ${tellError(error)}`;
}

function tellError(error: unknown): string {
  if (!(error instanceof Error)) return String(error);
  return error.cause === undefined ? error.message : `${error.message} Cause: ${tellError(error.cause)}`;
}

function tellExpected(which: ExpectedLetter): string {
  return typeof which === 'string' ? `for the reason "${which}"` : `that fits ${which}`;
}
