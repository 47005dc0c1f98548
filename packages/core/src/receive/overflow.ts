import { BusError } from '../bus-error.ts';
import type { BusEvent } from '../event.ts';
import { bury } from '../hub/bury.ts';
import { type Conclusion, type FanOut, queueFor, waitingFor } from '../hub/fan-out.ts';
import { settleLetter } from '../hub/letters.ts';
import { countRunning } from './count-running.ts';
import { updateFree } from './free.ts';
import { noteJoin } from './lag.ts';
import { lineUp } from './lines.ts';
import type { Listener } from './listener.ts';
import { createReception, keyOf, type ReceptionInProgress } from './reception.ts';
import { subscriberOf } from './subscriber-of.ts';

const maxQueueOf = ({ options: { maxQueue = 10_000 } }: Listener): number => maxQueue;

/** How many events wait for a subscription, wherever they wait. */
export function depthOf({ queued, lines }: Listener): number {
  return queued + lines.size;
}

/**
 * Finds out what the hub may do without asking the subscription: how many events may wait on its queue (none while it takes
 * note of each), and whether it may call the handler.
 */
export function updateRoom(listener: Listener): void {
  const { lines } = listener;
  listener.room = lines.queue.size > 0 ? 0 : maxQueueOf(listener) - lines.size;
  updateFree(listener);
}

/** Whether as many events wait as may. Where none may, there can be one on its way to a handler that is free. */
export function isFull(this: Listener): boolean {
  const { overlap = 'queue' } = this.options;
  const depth = depthOf(this);
  return depth >= maxQueueOf(this) && (depth > 0 || (overlap === 'queue' && countRunning(this) > 0));
}

/** Takes an event if there is room for it, or makes room as `overflow` says; else it is dead. */
export function offer(this: Listener, delivery: FanOut): Conclusion {
  takeNote(this);
  const { byKey } = this;
  const { event } = delivery;
  const isCrowded = this.isFull();
  const older = !isCrowded ? undefined : byKey ? byKey.newest(keyOf(this, delivery)) : dropOldest(this);
  const isRefused = isCrowded && !older;
  const gone = older?.event;
  if (isRefused) this.figures.dead++;
  if (older) this.figures.declined++;
  // What has not come to the stages has left no trace in them.
  if (older?.stages === 'passed') this.seen?.delete(gone!.idempotencykey!);
  if (older && byKey) {
    older.event = older.given = event;
    older.stages = 'to come';
    byKey.renew(older);
  } else if (!isRefused) {
    delivery.left++;
    wait(this, delivery);
  }
  if (!isRefused) updateRoom(this);
  return { id: this.id, tell: () => conclude(this, event, gone, isRefused) };
}

/** Tells what became of an event that a subscription had no room for, and of the one in whose place it is. */
function conclude(listener: Listener, event: BusEvent, gone: BusEvent | undefined, isRefused: boolean): void {
  if (gone) settleLetter(listener.bus.hub, gone);
  if (listener.ended) return;
  if (isRefused) refuse(listener, event);
  noteJoin(listener, event);
}

/** From now on the subscription knows each event that waits for it on the hub's queue, and so can let go of some. */
function takeNote(listener: Listener): void {
  const { hub } = listener.bus;
  if (listener.queued > listener.inHand) {
    for (const delivery of waitingFor(hub, listener)) {
      wait(listener, delivery);
      if (--listener.queued === listener.inHand) break;
    }
    updateRoom(listener);
  }
  listener.after = hub.counts.emitted;
}

function wait(listener: Listener, delivery: FanOut): void {
  const reception = createReception(listener, delivery, delivery);
  lineUp(listener, 'queue', reception);
  listener.byKey?.add(reception);
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
  const { bus, source } = listener;
  const { type } = event;
  // Making errors costs more than the rest of an emit, so those that come one after the other have one.
  if (listener.refusal?.details.type !== type) {
    listener.refusal = new BusError('queue-overflow', { type, source, maxQueue: maxQueueOf(listener) });
  }
  bury(bus.hub, event, listener.refusal, { subscriber: subscriberOf(listener) });
}
