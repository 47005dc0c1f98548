import type { Hub } from '@busbar/core';
import { promisesDone } from './after-message.ts';
import { nextTurn } from './next-turn.ts';

/** Handlers that have not come to rest after so many turns never will. */
const mostTurns = 5_000;
/** Turns without anything new after which a handler is taken to wait for a timer or the world outside. */
const quietTurns = 2;

/** The lanes of a hub, in the order in which a page would give them their turn. */
const ranks = ['task user-blocking', 'task user-visible', 'task background', 'frame', 'idle'];

/** Has everything that waits on a hub handled, until nothing more happens. Without `frames`, those and idle time come at their time. */
export async function flush(hub: Hub, { frames = true } = {}): Promise<void> {
  let quiet = 0;
  for (let turn = 0; quiet < quietTurns; turn++) {
    if (turn > mostTurns) throw restless(hub);
    const before = traceOf(hub);
    const waiting = drain(hub, frames);
    await nextTurn(() => runTasks(hub));
    quiet = waiting || traceOf(hub) !== before ? 0 : quiet + 1;
  }
}

/** Has what waits for a task handled, now. */
export async function runTasks(hub: Hub): Promise<void> {
  for (let turn = 0; drain(hub, false); turn++) {
    if (turn > mostTurns) throw restless(hub);
    await promisesDone();
  }
}

/** Hands out what waits; answers whether something waited. */
function drain({ queue, synchronous, lanes }: Hub, frames: boolean): boolean {
  const due = ranks
    .filter((rank) => frames || rank.startsWith('task'))
    .flatMap((rank) => [...lanes].filter(([name]) => name.startsWith(rank)).map(([, lane]) => lane));
  const waiting = [queue, synchronous, ...due].filter(({ depth }) => depth > 0);
  for (const one of waiting) one.drain();
  return waiting.length > 0;
}

/** Differs whenever something has happened on the hub. */
function traceOf({ counts, subscriptions }: Hub): string {
  const figures = [...subscriptions].map((subscription) => {
    const { id, delivered, failed, retried, dead, declined, running, queueDepth } = subscription.metrics();
    return [id, delivered, failed, retried, dead, declined, running, queueDepth];
  });
  return JSON.stringify([counts, figures]);
}

function restless({ subscriptions }: Hub): Error {
  const busy = [...subscriptions]
    .map((subscription) => subscription.metrics())
    .filter(({ running, queueDepth }) => running + queueDepth > 0)
    .map(({ source, target, delivered, queueDepth }) => `"${source}" on ${target}: ${delivered} handled, ${queueDepth} wait`);
  const who = busy.length > 0 ? `Busy: ${busy.join('; ')}.` : 'Its subscriptions emit events for each other for ever.';
  return new Error(`The hub has not come to rest after ${mostTurns} turns. ${who}`);
}
