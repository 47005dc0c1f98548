import { BusError } from '../bus-error.ts';
import type { BusEvent } from '../event.ts';
import { bury } from '../hub/bury.ts';
import { type FanOut, queueFor, waitingFor } from '../hub/fan-out.ts';
import { settleLetter } from '../hub/letters.ts';
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

/** Whether as many events wait as may. Where none may, there can be one on its way to a handler that is free. */
export function isFull(listener: Listener): boolean {
  const { overlap = 'queue' } = listener.options;
  const depth = depthOf(listener);
  return depth >= maxQueueOf(listener) && (depth > 0 || (overlap === 'queue' && listener.running() > 0));
}

/** Takes an event if there is room for it, or makes room as `overflow` says; else it is dead. Answers what is to be told of that. */
export function offer(listener: Listener, delivery: FanOut): () => void {
  takeNote(listener);
  const { byKey, figures, seen, bus } = listener;
  const { event } = delivery;
  const reception = createReception(listener, delivery, delivery);
  const isCrowded = isFull(listener);
  const older = !isCrowded ? undefined : byKey ? byKey.newest(reception.key) : dropOldest(listener);
  const isRefused = isCrowded && !older;
  const gone = older?.event;
  if (isRefused) figures.dead++;
  if (older) figures.declined++;
  // What has not come to the stages has left no trace in them.
  if (older?.stages === 'passed') seen.delete(gone!.idempotencykey!);
  if (older && byKey) {
    older.event = older.given = event;
    older.stages = 'to come';
    byKey.renew(older);
  } else if (!isRefused) {
    delivery.left++;
    wait(listener, reception);
  }
  updateRoom(listener);
  return () => {
    if (gone) settleLetter(bus.hub, gone);
    if (listener.ended) return;
    if (isRefused) refuse(listener, event);
    noteJoin(listener, event);
  };
}

/** From now on the subscription knows each event that waits for it on the hub's queue, and so can let go of some. */
function takeNote(listener: Listener): void {
  const { bus, inHand } = listener;
  for (const delivery of listener.queued > inHand ? waitingFor(bus.hub, listener) : []) {
    wait(listener, createReception(listener, delivery, delivery));
    if (--listener.queued === inHand) break;
  }
  listener.after = bus.hub.counts.emitted;
}

function wait({ lines, byKey }: Listener, reception: ReceptionInProgress): void {
  lines.queue.push(reception);
  byKey?.add(reception);
}

function dropOldest(listener: Listener): ReceptionInProgress | undefined {
  const { lines, lane, options, bus } = listener;
  if (options.overflow !== 'drop-oldest') return undefined;
  const oldest = lines.handler.shift() ?? lines.lane.shift() ?? lines.queue.shift();
  const queue = oldest?.stages === 'passed' ? lane : queueFor(bus.hub, listener);
  if (oldest?.job && --oldest.job.left === 0) queue?.forget(oldest.job);
  return oldest;
}

function refuse(listener: Listener, event: BusEvent): void {
  const { bus, id, source, target } = listener;
  const { type } = event;
  // Making errors costs more than the rest of an emit, so those that come one after the other have one.
  if (listener.refusal?.details.type !== type) {
    listener.refusal = new BusError('queue-overflow', { type, source, maxQueue: maxQueueOf(listener) });
  }
  bury(bus.hub, event, listener.refusal, { subscriber: { id, source, target } });
}
