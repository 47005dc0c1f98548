import { inDevelopment } from '../development.ts';
import type { Job } from '../hub/delivery-queue.ts';
import { decline } from './dead-letter.ts';
import { Delivery } from './delivery.ts';
import { noteJoin } from './lag.ts';
import { laneFor } from './lanes.ts';
import type { Listener } from './listener.ts';
import { updateRoom } from './overflow.ts';
import { goOn } from './receive.ts';
import type { ReceptionInProgress } from './reception.ts';
import { Running } from './running.ts';

/** Runs deliveries beside or after one another, as the subscription's `overlap` says. */
export interface Overlapping {
  accept(reception: ReceptionInProgress): void;
  /** How many deliveries are not over. */
  readonly running: number;
  /** Aborts what runs. */
  end(): void;
}

/**
 * The four modes mean what RxJS's concatMap, mergeMap, switchMap and exhaustMap mean, and are tested against them. They
 * are not made of them, because their buffers have no bound and their synchronous inners recurse.
 */
export function createOverlapping(listener: Listener): Overlapping {
  const { bus, lines, options } = listener;
  const { overlap = 'queue' } = options;
  const { slice } = bus.hub.limits;
  const running = new Running();
  let turnEnds = 0;

  function begin(reception: ReceptionInProgress): void {
    const { event } = reception;
    listener.byKey?.remove(reception);
    new Delivery(listener, event, running).begin()?.then(beginWaiting);
  }

  /** Chains of promises never yield by themselves, so past the slice what waits takes its turns with all others that wait for a task. */
  function beginWaiting(): void {
    while (hasTurn()) {
      const now = performance.now();
      turnEnds ||= now + slice;
      if (now > turnEnds) {
        turnEnds = 0;
        return laneFor(bus.hub, { delivery: 'task' })!.push(rest);
      }
      beginNext();
    }
  }

  function hasTurn(): boolean {
    return running.size === 0 && lines.handler.length > 0;
  }

  function beginNext(): void {
    goOn(listener, lines.handler.shift()!, 'at handler');
  }

  const rest: Job = {
    run(isSpent) {
      while (hasTurn()) {
        beginNext();
        if (isSpent()) break;
      }
      return !hasTurn();
    },
  };

  return {
    accept(reception) {
      const { event, due } = reception;
      const isFree = running.size + lines.handler.length + listener.inHand === 0;
      if (isFree || due === 'at handler') return begin(reception);
      if (overlap === 'queue') {
        lines.handler.push(reception);
        updateRoom(listener);
        return noteJoin(listener, event);
      }
      if (overlap === 'drop') {
        listener.byKey?.remove(reception);
        return decline(listener, event);
      }
      if (overlap === 'switch') {
        const older = running.clear();
        for (const one of older) decline(listener, one.event);
        abort(older, inDevelopment ? 'A newer event has come.' : '');
      }
      begin(reception);
    },
    get running() {
      return running.size;
    },
    end: () => abort(running.clear(), inDevelopment ? 'The subscription has ended.' : ''),
  };
}

/** Without a reason browsers give the signal one of the same name. */
function abort(deliveries: readonly Delivery[], why: string): void {
  const reason = inDevelopment ? new DOMException(why, 'AbortError') : undefined;
  for (const delivery of deliveries) delivery.abort(reason);
}
