import type { BusEvent } from '@busbar/core';
import type { Events, History, Position } from './projected.ts';

/** Milliseconds of folding before input and paint get their turn. */
const slice = 5;
/** Events between two looks at the clock. */
const stride = 64;

/** Gives the events of a history that come after a position to `take`, in slices that let the page breathe, until `isOver`. */
export async function readEvents(
  history: History,
  position: Position | undefined,
  take: (event: BusEvent) => void,
  isOver: () => boolean,
): Promise<void> {
  const given = await (typeof history === 'function' ? history(position) : history);
  const events = position ? afterPosition(given, position) : given;
  let begun = performance.now();
  let count = 0;
  const isDue = (): boolean => ++count % stride === 0 && performance.now() - begun >= slice;
  const rest = async (): Promise<void> => {
    await nextTask();
    begun = performance.now();
  };
  if (Symbol.iterator in events) {
    for (const event of events) {
      if (isOver()) return;
      take(event);
      if (isDue()) await rest();
    }
    return;
  }
  for await (const event of events) {
    if (isOver()) return;
    take(event);
    if (isDue()) await rest();
  }
}

/** What comes after the event at a position; everything, where that event is not there: then it is the rest. */
async function* afterPosition(events: Events, { id }: Position): AsyncGenerator<BusEvent> {
  let before: BusEvent[] | undefined = [];
  for await (const event of events) {
    if (!before) yield event;
    else if (event.id === id) before = undefined;
    else before.push(event);
  }
  if (before) yield* before;
}

function nextTask(): Promise<void> {
  const { scheduler } = globalThis as { scheduler?: { postTask(callback: () => void): Promise<unknown> } };
  return new Promise((resolve) => void (scheduler?.postTask ? scheduler.postTask(resolve) : setTimeout(resolve)));
}
