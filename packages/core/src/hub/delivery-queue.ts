import { Fifo } from './fifo.ts';
import type { SubscriptionRecord } from './hub.ts';
import { reportToPage } from './report.ts';
import { runSoon } from './run-soon.ts';
import { createSlice, type Slice } from './slice.ts';

/** A piece of work on a queue, made by whichever copy of Busbar published the event. */
export interface Job {
  /** Answers whether it is done. */
  run(isSpent: Slice): boolean;
  /** How many subscriptions wait for it; nobody has to be told where there are none left. */
  left?: number;
  /** Whether a subscription waits for it. */
  isFor?(subscription: SubscriptionRecord): boolean;
}

/** First in, first out. The hub has one for all, so that nobody sees an event before its cause. */
export interface DeliveryQueue extends Iterable<Job> {
  push(job: Job): void;
  /** Lets go of a job that nobody waits for any more. */
  forget(job: Job): void;
  /** Works off what is there, as far as the budget goes. */
  drain(): void;
  /** Sets the budget, in milliseconds. */
  pace(budget: number): void;
  readonly depth: number;
}

/** Microtasks after which it is worth a task to hear whether one has come in between. */
const unmeasured = 16;

/**
 * Runs jobs in a microtask after the emitting call. Past the budget (milliseconds) the rest goes on in a task of its
 * own, so that input and paint get their turn. Told how to `ask` for another turn, such as a frame, it takes in each what
 * waits by then.
 */
export function createDeliveryQueue(budget: number, ask?: (run: () => void) => void): DeliveryQueue {
  const jobs = new Fifo<Job>();
  /** At work, or half done when its slice was spent. */
  let current: Job | undefined;
  let draining = false;
  let asked = false;
  let forgotten = 0;
  let microtasks = 0;
  let stretch: Slice;

  function drain(): void {
    asked = false;
    if (draining || depth() === 0) return;
    draining = true;
    const isSpent = createSlice(budget);
    let batch = ask && budget < Infinity ? depth() : Infinity;
    while (batch-- > 0) {
      current ??= jobs.shift();
      if (!current || !isDone(current, isSpent)) break;
      current = undefined;
      if (isSpent()) break;
    }
    draining = false;
    if (depth() > 0) askFor(ask ?? runSoon);
  }

  function depth(): number {
    return jobs.length + (current ? 1 : 0);
  }

  function askFor(turn: (run: () => void) => void): void {
    if (asked || draining) return;
    asked = true;
    turn(drain);
  }

  /** Handlers that emit after an `await` can go on for ever without a task in between, so many in a row have one slice together. */
  function inMicrotask(run: () => void): void {
    if (++microtasks === unmeasured) {
      stretch = createSlice(budget);
      runSoon(() => {
        microtasks = 0;
      });
    }
    (microtasks > unmeasured && stretch() ? runSoon : queueMicrotask)(run);
  }

  return {
    push(job) {
      jobs.push(job);
      askFor(ask ?? inMicrotask);
    },
    forget(job) {
      if (jobs.last === job) return jobs.pop();
      // Taking one out of the middle costs as much as taking out all of them.
      if (++forgotten < 1_000 || forgotten * 2 < jobs.length) return;
      forgotten = 0;
      jobs.keep(({ left }) => left !== 0);
    },
    drain,
    pace(other) {
      budget = other;
    },
    get depth() {
      return depth();
    },
    *[Symbol.iterator]() {
      if (current) yield current;
      yield* jobs;
    },
  };
}

/** A job that throws would be a fault of Busbar's own; the page's other deliveries must not die of it. */
function isDone(job: Job, isSpent: Slice): boolean {
  try {
    return job.run(isSpent);
  } catch (error) {
    reportToPage(error);
    return true;
  }
}
