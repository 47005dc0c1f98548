import type { Course } from '../../contestants/contestant.ts';
import { payloadOf, piecesOf } from '../../contestants/payloads.ts';
import { workFor } from '../../contestants/work.ts';
import { collectGarbage } from '../../measure/collect-garbage.ts';
import { nextTask } from '../../measure/next-task.ts';
import { type Cell, type Effort, subscribersOf } from '../cell.ts';
import { eventsFor } from './events-for.ts';
import { openArrangement } from './open-arrangement.ts';

/**
 * Few enough that what is mirrored and what waits for a microtask is done in one slice of Busbar, 5 ms: never is a wait
 * for a task measured.
 */
const fewAtOnce = 500;

/** No cell is warmed up for longer than that, in milliseconds. */
const mostWarmUp = 1_000;

/** What takes less is told by no clock of five microseconds well enough, in milliseconds. */
const tooShort = 1;

/**
 * Sets up what a cell is about, warms it up, and answers nanoseconds an event: those of the quickest of some batches, since
 * what a machine does beside can only add to a time.
 */
export async function measureCell(cell: Cell, { patience, batches }: Effort): Promise<number> {
  const { timeEvents, close } = await openCell(cell);
  const burst = cell.burst ?? 1;
  const events = eventsFor(await warmUp(timeEvents, burst, patience), burst);
  collectGarbage();
  let quickest = Infinity;
  for (let batch = 0; batch < batches; batch++) quickest = Math.min(quickest, await timeEvents(events));
  close();
  return (quickest * 1e6) / events;
}

/** Emits so many events, and answers how long it took until all were handled, in milliseconds. */
type TimeEvents = (events: number) => Promise<number>;

/** Without one that is quicker, in a row, before a cell is warm. */
const fewestBatches = 5;

/**
 * Measures batches until none has been quicker by a fiftieth for some milliseconds, and some batches: compilers are done
 * then, which takes some thousand events where there is more to compile.
 *
 * @returns nanoseconds an event in the quickest batch
 */
async function warmUp(timeEvents: TimeEvents, burst: number, patience: number): Promise<number> {
  const end = performance.now() + mostWarmUp;
  let quickest = Infinity;
  let events = burst;
  let quickAt = Infinity;
  let since = 0;
  const isWarm = (): boolean => since >= fewestBatches && performance.now() - quickAt > patience;
  while (quickest === Infinity || (!isWarm() && performance.now() < end)) {
    const time = await timeEvents(events);
    if (time < tooShort) {
      events *= 4;
      continue;
    }
    const figure = (time * 1e6) / events;
    since++;
    if (figure < quickest * 0.98) [quickAt, since] = [performance.now(), 0];
    quickest = Math.min(quickest, figure);
    events = eventsFor(quickest, burst);
  }
  return quickest;
}

/** Answers what times events; it throws where a handler was called too often or too seldom. */
async function openCell(cell: Cell): Promise<{ readonly timeEvents: TimeEvents; close(): void }> {
  const subscribers = subscribersOf(cell);
  const { handle, pieces } = workFor(cell.work, subscribers);
  const course = await openArrangement(cell.arrangement, handle);
  async function timeEvents(events: number): Promise<number> {
    const before = pieces();
    const time = await timeBatch(course, events, cell.burst ?? fewAtOnce);
    const missing = piecesOf(events) * subscribers - (pieces() - before);
    if (missing !== 0) throw new Error(`${cell.id}: of ${events} events, handlers were told of ${missing} pieces too few.`);
    return time;
  }
  return { timeEvents, close: course.close };
}

/** From the first emit until all is handled and mirrored, in milliseconds; that is waited for after each burst. */
async function timeBatch(course: Course, events: number, burst: number): Promise<number> {
  await nextTask();
  const begun = performance.now();
  for (let emitted = 0; emitted < events; ) {
    for (const end = Math.min(events, emitted + burst); emitted < end; emitted++) course.emit(payloadOf(emitted));
    await course.settled();
  }
  return performance.now() - begun;
}
