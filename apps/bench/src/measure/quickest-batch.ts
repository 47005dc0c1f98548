import { collectGarbage } from './collect-garbage.ts';

/** How much time is taken for a figure. */
export interface Effort {
  /** Warms up until no batch has been quicker for that many milliseconds. */
  readonly patience: number;
  /** How many batches are measured then. */
  readonly batches: number;
}

/** Does something so many times; answers how many milliseconds that took. */
export type TimeRuns = (times: number) => Promise<number>;

/** What a batch is to take, in milliseconds: the clock of an isolated page goes in steps of 0.005, and a slice of Busbar is 5. */
const wanted = 2.5;

/** What takes less is told by no such clock well enough, in milliseconds. */
const tooShort = 1;

/** Nothing is warmed up for longer than that, in milliseconds. */
const mostWarmUp = 1_000;

/**
 * Nanoseconds that something takes once: those of the quickest of some batches, since what a machine does beside can only
 * add to a time. Runs in a page, warms up and collects garbage before.
 */
export async function quickestBatch(
  run: TimeRuns,
  { patience, batches }: Effort,
  collect: () => void = collectGarbage,
): Promise<number> {
  let times = timesFor(await warmUp(run, patience));
  collect();
  let quickest = Infinity;
  for (let batch = 0; batch < batches; ) {
    const time = await run(times);
    if (time < tooShort) {
      times *= 4;
      continue;
    }
    quickest = Math.min(quickest, (time * 1e6) / times);
    batch++;
  }
  return quickest;
}

/**
 * Runs batches until none has been quicker by a fiftieth for some milliseconds: compilers are done then, which takes some
 * thousand runs where there is more to compile.
 *
 * @returns nanoseconds a run in the quickest batch
 */
async function warmUp(run: TimeRuns, patience: number): Promise<number> {
  const end = performance.now() + mostWarmUp;
  let quickest = Infinity;
  let times = 1;
  for (let patient = Infinity; performance.now() < Math.min(patient, end) || quickest === Infinity; ) {
    const time = await run(times);
    if (time < tooShort) {
      times *= 4;
      continue;
    }
    const figure = (time * 1e6) / times;
    if (figure < quickest * 0.98) patient = performance.now() + patience;
    quickest = Math.min(quickest, figure);
    times = timesFor(quickest);
  }
  return quickest;
}

/** How many times make a batch: as many as take what is wanted, if each takes as long as in the quickest batch so far. */
function timesFor(quickest: number): number {
  return Math.max(1, Math.round((wanted * 1e6) / quickest));
}
