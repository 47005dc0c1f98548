import { BusError } from '../bus-error.ts';
import type { BusEvent } from '../event.ts';
import { bury } from '../hub/bury.ts';
import { type FanOut, queueFor, waitingFor } from '../hub/fan-out.ts';
import { countDeclined, decline } from './dead-letter.ts';
import { noteJoin } from './lag.ts';
import type { Listener } from './listener.ts';
import { createReception, type ReceptionInProgress } from './reception.ts';

const maxQueueOf = ({ options: { maxQueue = 10_000 } }: Listener): number => maxQueue;

/** How many events wait for a subscription, wherever they wait. */
export function depthOf({ queued, lines: { handler, lane, queue } }: Listener): number {
  return queued + handler.length + lane.length + queue.length;
}

/** Finds out how many events may wait on the hub's queue without asking the subscription: none while it takes note of each. */
export function updateRoom(listener: Listener): void {
  const { handler, lane, queue } = listener.lines;
  listener.room = queue.length > 0 ? 0 : maxQueueOf(listener) - handler.length - lane.length;
}

/** Has the subscription take note of each event that waits for it on the hub's queue, so that it can let go of some. */
export function crowd(listener: Listener): void {
  const { bus, lines, byKey, inHand } = listener;
  for (const delivery of listener.queued > inHand ? waitingFor(bus.hub, listener) : []) {
    const reception = createReception(listener, delivery.event, delivery);
    lines.queue.push(reception);
    byKey?.addLater(reception);
    if (--listener.queued === inHand) break;
  }
  listener.after = bus.hub.counts.emitted;
  listener.room = 0;
}

/** Takes an event if there is room for it, or makes room as `overflow` says; else answers false and counts it as dead. */
export function offer(listener: Listener, delivery: FanOut): boolean {
  const { byKey, lines, figures } = listener;
  const { event } = delivery;
  byKey?.addUnknown();
  const key = byKey?.keyOf(event) ?? '';
  if (!isFull(listener) || dropOldest(listener)) {
    const reception = createReception(listener, event, delivery);
    delivery.left++;
    lines.queue.push(reception);
    byKey?.add(reception, key);
  } else if (!takePlace(listener, event, key)) {
    figures.dead++;
    return false;
  }
  updateRoom(listener);
  return true;
}

/** Whether as many events wait as may. Where none may, there can be one on its way to a handler that is free. */
export function isFull(listener: Listener): boolean {
  const { overlap = 'queue' } = listener.options;
  const depth = depthOf(listener);
  return depth >= maxQueueOf(listener) && (depth > 0 || (overlap === 'queue' && listener.running() > 0));
}

function dropOldest(listener: Listener): boolean {
  const { lines, lane, options, bus } = listener;
  if (options.overflow !== 'drop-oldest') return false;
  const oldest = lines.handler.shift() ?? lines.lane.shift() ?? lines.queue.shift();
  if (!oldest) return false;
  const { job, stages } = oldest;
  const queue = stages === 'passed' ? lane : queueFor(bus.hub, listener);
  if (job && --job.left === 0) queue?.forget(job);
  letGo(listener, oldest);
  return true;
}

/** Puts an event where another one of its key waits. */
function takePlace(listener: Listener, event: BusEvent, key: string): boolean {
  const older = listener.byKey?.newest(key);
  if (!older) return false;
  letGo(listener, older);
  older.event = older.given = event;
  older.stages = 'to come';
  return true;
}

/** What has not come to the stages has left no trace in them. */
function letGo(listener: Listener, { stages, event }: ReceptionInProgress): void {
  if (stages === 'passed') decline(listener, event);
  else countDeclined(listener, event);
}

/** Says what was decided: an event that was not taken is a dead letter. */
export function conclude(listener: Listener, event: BusEvent, isTaken: boolean): void {
  const { bus, id, source, target } = listener;
  const { type } = event;
  if (listener.ended) return;
  if (!isTaken) {
    // Making errors costs more than the rest of an emit, so those that come one after the other have one.
    if (listener.refusal?.details.type !== type) {
      listener.refusal = new BusError('queue-overflow', { type, source, maxQueue: maxQueueOf(listener) });
    }
    bury(bus.hub, event, listener.refusal, { subscriber: { id, source, target } });
  }
  noteJoin(listener, event);
}
