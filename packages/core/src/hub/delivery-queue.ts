import { reportToPage } from './report.ts';
import { runSoon } from './run-soon.ts';
import { createSlice, type Slice } from './slice.ts';

/** A piece of work on the hub's queue, made by whichever copy of Busbar published the event. Answers whether it is done. */
export type Job = (isSpent: Slice) => boolean;

/** First in, first out. The hub has one for all, so that nobody sees an event before its cause. */
export interface DeliveryQueue {
  push(job: Job): void;
  /** Works off what is there, as far as the budget goes. */
  drain(): void;
  /** Sets the budget, in milliseconds: none (`Infinity`) for a page that goes away. */
  pace(budget: number): void;
  readonly depth: number;
}

/**
 * Runs jobs in a microtask after the emitting call. Past the budget (milliseconds) the rest goes on in a task of its
 * own, so that input and paint get their turn. Told how to `ask` for another turn, such as a frame, it takes in each what
 * waits by then.
 */
export function createDeliveryQueue(budget: number, ask?: (run: () => void) => void): DeliveryQueue {
  let jobs: Job[] = [];
  let head = 0;
  let draining = false;

  function drain(): void {
    if (draining || jobs.length === 0) return;
    draining = true;
    const isSpent = createSlice(budget);
    const batch = ask && budget < Infinity ? jobs.length : Infinity;
    while (head < jobs.length && head < batch && isDone(jobs[head]!, isSpent)) {
      head++;
      if (isSpent()) break;
    }
    draining = false;
    // What is done is let go in one cut; cutting at each job would move the whole array each time.
    if (head > 1_000 || head === jobs.length) [jobs, head] = [jobs.slice(head), 0];
    if (jobs.length > 0) (ask ?? runSoon)(drain);
  }

  return {
    push(job) {
      if (jobs.push(job) === 1 && !draining) (ask ?? queueMicrotask)(drain);
    },
    drain,
    pace(other) {
      budget = other;
    },
    get depth() {
      return jobs.length - head;
    },
  };
}

/** A job that throws would be a fault of Busbar's own; the page's other deliveries must not die of it. */
function isDone(job: Job, isSpent: Slice): boolean {
  try {
    return job(isSpent);
  } catch (error) {
    reportToPage(error);
    return true;
  }
}
