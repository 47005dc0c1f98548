import { Chain, type Link } from './chain.ts';
import type { SubscriptionRecord } from './hub.ts';
import { reportToPage } from './report.ts';
import { runSoon } from './run-soon.ts';
import { Slice } from './slice.ts';

/** A piece of work on a queue, made by whichever copy of Busbar published the event. */
export interface Job extends Link {
  /** Answers whether it is done. Without a slice nobody asks for the time. */
  run(slice: Slice | undefined): boolean;
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
export function createDeliveryQueue(budget: number | undefined, ask?: (run: () => void) => void): DeliveryQueue {
  /** A job stays where it is until it is done. */
  const jobs = new Chain<Job>();
  let draining = false;
  let asked = false;
  let microtasks = 0;
  let stretch: Slice;

  function drain(): void {
    asked = false;
    if (draining || jobs.size === 0) return;
    draining = true;
    const slice = budget === undefined ? undefined : new Slice(budget);
    // Counts down to 0, or for ever.
    let batch = ask && budget !== undefined && budget < Infinity ? jobs.size : -1;
    while (batch-- !== 0) {
      const job = jobs.oldest;
      if (!job || !isDone(job, slice)) break;
      jobs.delete(job);
      if (slice?.isSpent()) break;
    }
    draining = false;
    if (jobs.size > 0) askFor(ask ?? runSoon);
  }

  function askFor(turn: (run: () => void) => void): void {
    if (asked || draining) return;
    asked = true;
    turn(drain);
  }

  /** Handlers that emit after an `await` can go on for ever without a task in between, so many in a row have one slice together. */
  function inMicrotask(run: () => void): void {
    if (++microtasks === unmeasured) {
      stretch = new Slice(budget ?? Infinity);
      runSoon(() => {
        microtasks = 0;
      });
    }
    (microtasks > unmeasured && stretch.isSpent() ? runSoon : queueMicrotask)(run);
  }

  return {
    push(job) {
      jobs.add(job);
      askFor(ask ?? inMicrotask);
    },
    forget: (job) => jobs.delete(job),
    drain,
    pace(other) {
      budget = other;
    },
    get depth() {
      return jobs.size;
    },
    [Symbol.iterator]: () => jobs[Symbol.iterator](),
  };
}

/** A job that throws would be a fault of Busbar's own; the page's other deliveries must not die of it. */
function isDone(job: Job, slice: Slice | undefined): boolean {
  try {
    return job.run(slice);
  } catch (error) {
    reportToPage(error);
    return true;
  }
}
