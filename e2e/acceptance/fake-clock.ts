import { nextTask } from './settled.ts';

interface Timer {
  readonly due: number;
  readonly callback: () => void;
}

/** Time in the hands of a row: timers, `performance.now` and `Date.now` stand still until they are told otherwise. */
export interface FakeClock {
  /** Milliseconds since the clock was stopped. */
  readonly passed: number;
  /** What the true clock says, for what must take no time. */
  trueNow(): number;
  /** Lets milliseconds pass at once. Timers that come due wait for `next`. */
  skip(milliseconds: number): void;
  /** Goes on to the next timer, if there is one, and runs it and what follows from it. */
  next(): Promise<boolean>;
  /** Sets the clock of the system, as people and time servers do: `Date.now` alone jumps. */
  jump(milliseconds: number): void;
  restore(): void;
}

/** Stops the clocks of this page. */
export function stopClocks(): FakeClock {
  const truth = { setTimeout: globalThis.setTimeout, clearTimeout: globalThis.clearTimeout, dateNow: Date.now };
  const begun = performance.now();
  const begunDate = Date.now();
  const trueNow = Performance.prototype.now.bind(performance);
  const timers = new Map<number, Timer>();
  let passed = 0;
  let jumped = 0;
  let ids = 0;

  const setTimer = (callback: () => void, delay = 0): number => {
    timers.set(++ids, { due: passed + delay, callback });
    return ids;
  };
  Object.assign(globalThis, { setTimeout: setTimer, clearTimeout: (id: number) => void timers.delete(id) });
  performance.now = () => begun + passed;
  Date.now = () => begunDate + passed + jumped;

  return {
    get passed() {
      return passed;
    },
    trueNow,
    skip(milliseconds) {
      passed += milliseconds;
    },
    async next() {
      const [first] = [...timers].sort(([, one], [, other]) => one.due - other.due);
      if (!first) return false;
      const [id, { due, callback }] = first;
      timers.delete(id);
      passed = Math.max(passed, due);
      callback();
      await calm();
      return true;
    },
    jump(milliseconds) {
      jumped += milliseconds;
    },
    restore() {
      Object.assign(globalThis, { setTimeout: truth.setTimeout, clearTimeout: truth.clearTimeout });
      Date.now = truth.dateNow;
      Reflect.deleteProperty(performance, 'now');
    },
  };
}

/** A few tasks: what was due without any time passing has run. */
export async function calm(): Promise<void> {
  for (let task = 0; task < 4; task++) await nextTask();
}
