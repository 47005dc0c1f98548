import { runSoon } from './run-soon.ts';
import { createSlice, type Slice } from './slice.ts';

/** A piece of work on the hub's queue, made by whichever copy of Busbar published the event. */
export interface Job {
  /** Works on until done or until the slice is spent; answers whether it is done. Never throws. */
  run(slice: Slice): boolean;
}

/** First in, first out over the whole hub, so that nobody sees an event before its cause. */
export interface DeliveryQueue {
  push(job: Job): void;
  /** Works off everything at once, for a page that goes away. */
  flush(): void;
  readonly depth: number;
}

/**
 * Runs jobs in a microtask after the emitting call. Past the budget (milliseconds) the rest goes on in a task of its
 * own, so that input and paint get their turn.
 */
export function createDeliveryQueue(budget: number): DeliveryQueue {
  let jobs: Job[] = [];
  let head = 0;
  let scheduled = false;
  let draining = false;

  function drain(slice: Slice): void {
    if (draining) return;
    draining = true;
    slice.start();
    while (head < jobs.length) {
      if (!jobs[head]!.run(slice)) break;
      head++;
      if (slice.spent()) break;
    }
    draining = false;
    if (head < jobs.length) {
      // What is done is let go in one cut; cutting at each job would move the whole array each time.
      if (head > 1_000) [jobs, head] = [jobs.slice(head), 0];
      runSoon(next);
    } else {
      [jobs, head, scheduled] = [[], 0, false];
    }
  }

  const slice = createSlice(budget);
  const next = (): void => drain(slice);
  return {
    push(job) {
      jobs.push(job);
      if (scheduled) return;
      scheduled = true;
      queueMicrotask(next);
    },
    flush: () => drain(createSlice(Number.POSITIVE_INFINITY)),
    get depth() {
      return jobs.length - head;
    },
  };
}
