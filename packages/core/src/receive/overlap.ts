import { inDevelopment } from '../development.ts';
import type { BusEvent } from '../event.ts';
import type { Chain } from '../hub/chain.ts';
import type { HandlerCall } from '../hub/handler-call.ts';
import type { Slice } from '../hub/slice.ts';
import { decline } from './dead-letter.ts';
import { Delivery } from './delivery.ts';
import { updateFree } from './free.ts';
import { noteJoin } from './lag.ts';
import { laneFor } from './lanes.ts';
import { lineUp, noLines } from './lines.ts';
import type { Listener } from './listener.ts';
import { updateRoom } from './overflow.ts';
import { goOn } from './receive.ts';
import type { ReceptionInProgress } from './reception.ts';
import { waitInLane } from './wait-in-lane.ts';

/**
 * Runs deliveries beside or after one another, as the subscription's `overlap` says.
 *
 * The four modes mean what RxJS's concatMap, mergeMap, switchMap and exhaustMap mean, and are tested against them. They
 * are not made of them, because their buffers have no bound and their synchronous inners recurse.
 */
export function accept(this: Listener, reception: ReceptionInProgress): void {
  if (waitInLane(this, reception)) return;
  const { running, lines, inHand, options } = this;
  const { overlap = 'queue' } = options;
  const { event, due } = reception;
  const isFree = running.size + lines.handler.size + inHand === 0;
  if (isFree || due === 'at handler') return begin(this, reception);
  if (overlap === 'queue') {
    lineUp(this, 'handler', reception);
    updateRoom(this);
    return noteJoin(this, event);
  }
  if (overlap === 'drop') {
    this.byKey?.remove(reception);
    return decline(this, event);
  }
  if (overlap === 'switch') {
    const older = letGo(running);
    for (const one of older) decline(this, one.event);
    abort(older, aborted(inDevelopment ? 'A newer event has come.' : ''));
  }
  begin(this, reception);
}

/** Goes on with an event that the handler was called with directly. */
export function goOnFromCall(this: Listener, event: BusEvent, call: HandlerCall, outcome: () => unknown): void {
  follow(this, new Delivery(this, event).goOn(call, outcome));
}

/** Aborts what runs and forgets what waits. */
export function endRunning(listener: Listener): void {
  listener.lines = noLines;
  const reason = aborted(inDevelopment ? 'The subscription has ended.' : '');
  abort(letGo(listener.running), reason);
  listener.bus.hub.calling?.abort(listener, reason);
}

function begin(listener: Listener, reception: ReceptionInProgress): void {
  const { event } = reception;
  listener.byKey?.remove(reception);
  follow(listener, new Delivery(listener, event).begin());
}

/** What waits behind it, and who is called directly, begins when it is over. */
function follow(listener: Listener, delivery: Promise<void> | void): void {
  updateFree(listener);
  delivery?.then(() => beginWaiting(listener));
}

/** Chains of promises never yield by themselves, so past the slice what waits takes its turns with all others that wait for a task. */
function beginWaiting(listener: Listener): void {
  const { hub } = listener.bus;
  while (hasTurn(listener)) {
    const now = performance.now();
    listener.turnEnds ||= now + hub.limits.slice;
    if (now > listener.turnEnds) {
      listener.turnEnds = undefined;
      return laneFor(hub, { delivery: 'task' })!.push({ run: (slice) => beginRest(listener, slice) });
    }
    beginNext(listener);
  }
  updateFree(listener);
}

/** The same by a queue; answers whether nothing is left to begin. */
function beginRest(listener: Listener, slice: Slice | undefined): boolean {
  while (hasTurn(listener)) {
    beginNext(listener);
    if (slice?.isSpent()) break;
  }
  return !hasTurn(listener);
}

function hasTurn({ running, lines }: Listener): boolean {
  return running.size === 0 && lines.handler.size > 0;
}

function beginNext(listener: Listener): void {
  goOn(listener, listener.lines.handler.shift()!, 'at handler');
}

/** They do not count as running any more. */
function letGo(running: Chain<Delivery>): Delivery[] {
  const all = [...running];
  for (const one of all) running.delete(one);
  return all;
}

function abort(deliveries: readonly Delivery[], reason: unknown): void {
  for (const delivery of deliveries) delivery.abort(reason);
}

/** Without a reason browsers give the signal one of the same name. */
function aborted(why: string): unknown {
  return inDevelopment ? new DOMException(why, 'AbortError') : undefined;
}
