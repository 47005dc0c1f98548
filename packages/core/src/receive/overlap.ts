import { inDevelopment } from '../development.ts';
import type { BusEvent } from '../event.ts';
import { runSoon } from '../hub/run-soon.ts';
import { decline } from './dead-letter.ts';
import { Delivery } from './delivery.ts';
import { noteJoin } from './lag.ts';
import type { Listener } from './listener.ts';
import { addWithinBound } from './overflow.ts';

/** Runs deliveries beside or after one another, as the subscription's `overlap` says. */
export interface Overlapping {
  accept(event: BusEvent): void;
  /** How many deliveries are not over. */
  readonly running: number;
  /** Aborts what runs. */
  end(): void;
}

/**
 * The four modes mean what RxJS's concatMap, mergeMap, switchMap and exhaustMap mean, and are tested against them. They
 * are not made of them, because their buffers have no bound and their synchronous inners recurse.
 */
export function createOverlapping(listener: Listener, waiting: BusEvent[]): Overlapping {
  const { overlap = 'queue' } = listener.options;
  const { slice } = listener.bus.hub.limits;
  const running = new Set<Delivery>();
  let beginning = 0;
  let turnEnds = 0;

  function begin(event: BusEvent): void {
    beginning++;
    const delivery = new Delivery(listener, event);
    beginning--;
    if (!delivery.settled) return;
    // The handler may have ended its own subscription before its first await.
    if (listener.ended) return delivery.abort(because('The subscription has ended.'));
    running.add(delivery);
    delivery.settled.then(() => {
      if (running.delete(delivery)) beginWaiting();
    });
  }

  /** Chains of promises never yield by themselves, so past the slice what waits begins in a task of its own. */
  function beginWaiting(): void {
    while (running.size === 0 && waiting.length > 0) {
      const now = performance.now();
      turnEnds ||= now + slice;
      if (now > turnEnds) {
        turnEnds = 0;
        return runSoon(beginWaiting);
      }
      begin(waiting.shift()!);
    }
  }

  function abortRunning(reason: unknown): void {
    for (const delivery of running) delivery.abort(reason);
    running.clear();
  }

  return {
    accept(event) {
      if (running.size === 0 && waiting.length === 0) return begin(event);
      if (overlap === 'queue') {
        addWithinBound(waiting, event, listener);
        return noteJoin(listener, event);
      }
      if (overlap === 'drop') return decline(listener, event);
      if (overlap === 'switch') {
        for (const { event: older } of running) decline(listener, older);
        abortRunning(because('A newer event has come.'));
      }
      begin(event);
    },
    get running() {
      return running.size + beginning;
    },
    end: () => abortRunning(because('The subscription has ended.')),
  };
}

/** Why a signal is aborted. Without a reason browsers give it one of the same name. */
function because(message: string): DOMException | undefined {
  return inDevelopment ? new DOMException(message, 'AbortError') : undefined;
}
