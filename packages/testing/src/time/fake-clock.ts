import { promisesDone } from './after-message.ts';

/** The part of a clock of `@sinonjs/fake-timers` that is used here, whoever brought it: Vitest, Jest, Sinon or this package. */
export interface FakeClock {
  setTimeout(run: () => void, milliseconds: number): unknown;
  /** Goes to the next timer, and runs it. */
  next(): unknown;
}

/** The longest that a timer waits. */
export const longest = 2 ** 31 - 1;

/** The clock that has taken the place of the page's timers, if one has. */
export function installedClock(): FakeClock | undefined {
  const { clock } = globalThis.setTimeout as unknown as { clock?: FakeClock };
  return typeof clock?.next === 'function' ? clock : undefined;
}

/**
 * Lets time pass from timer to timer. What follows from one by promises, and whatever `settle` does, happens before the next.
 *
 * @throws the first error that a timer threw, once all have run.
 */
export async function passTime(clock: FakeClock, milliseconds: number, settle: () => Promise<void>): Promise<void> {
  const errors: unknown[] = [];
  let left = milliseconds;
  do {
    const step = Math.min(left, longest);
    left -= step;
    let isThere = false;
    clock.setTimeout(() => {
      isThere = true;
    }, step);
    while (!isThere) {
      await runNext(clock).catch((error: unknown) => errors.push(error));
      await settle();
    }
  } while (left > 0);
  if (errors.length > 0) throw errors[0];
}

async function runNext(clock: FakeClock): Promise<void> {
  try {
    clock.next();
  } finally {
    await promisesDone();
  }
}
