import type { BusEvent } from '@busbar/core';
import type { Events, History, Position } from './projected.ts';

/** Milliseconds of folding before input and paint get their turn. */
const slice = 5;
/** Events between two looks at the clock. */
const stride = 64;

type Take = (event: BusEvent) => void;

/** Gives the events of a history that come after a position to `take`, in slices that let the page breathe, until `isOver`. */
export async function readEvents(
  history: History,
  position: Position | undefined,
  take: Take,
  isOver: () => boolean,
): Promise<void> {
  const events = await (typeof history === 'function' ? history(position) : history);
  if (!position) return eachEvent(events, take, isOver);
  let before: BusEvent[] | undefined = [];
  const takeAfter = (event: BusEvent): void => {
    if (!before) take(event);
    else if (event?.id === position.id) before = undefined;
    else before.push(event);
  };
  await eachEvent(events, takeAfter, isOver);
  // The event at the position is not there: then all of it is the rest.
  if (before) await eachEvent(before, take, isOver);
}

async function eachEvent(events: Events, take: Take, isOver: () => boolean): Promise<void> {
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

function nextTask(): Promise<void> {
  const { scheduler } = globalThis as { scheduler?: { postTask(callback: () => void): Promise<unknown> } };
  return new Promise((resolve) => void (scheduler?.postTask ? scheduler.postTask(resolve) : setTimeout(resolve)));
}
