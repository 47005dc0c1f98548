import type { BusEvent } from '../event.ts';
import { runSoon } from '../hub/run-soon.ts';
import { createSlice } from '../hub/slice.ts';
import { decline } from './decline.ts';
import { Delivery } from './delivery.ts';
import type { Listener } from './listener.ts';
import { addWithinBound } from './overflow.ts';

/** Runs deliveries beside or after one another, as the subscription's `overlap` says. */
export interface Overlapping {
  accept(event: BusEvent): void;
  /** Aborts what runs and forgets what waits. */
  end(reason: unknown): void;
}

/**
 * The four modes mean what RxJS's concatMap, mergeMap, switchMap and exhaustMap mean, and are tested against them. They
 * are not made of them, because their buffers have no bound and their synchronous inners recurse.
 */
export function createOverlapping(listener: Listener, waiting: BusEvent[]): Overlapping {
  const { overlap = 'queue' } = listener.options;
  const { slice } = listener.bus.hub.limits;
  const running = new Map<Delivery, BusEvent>();
  let endReason: unknown;
  let freeSince = 0;

  function begin(event: BusEvent): void {
    const delivery = new Delivery(listener, event);
    if (!delivery.settled) return;
    // The handler may have ended its own subscription before its first await.
    if (endReason) return delivery.abort(endReason);
    running.set(delivery, event);
    delivery.settled.then(() => {
      if (running.delete(delivery) && waiting.length > 0) goOn();
    });
  }

  /** Chains of promises never yield by themselves, so what waits begins in a task of its own once the slice is spent. */
  function goOn(): void {
    if (performance.now() - freeSince < slice) return beginWaiting();
    runSoon(() => {
      freeSince = performance.now();
      beginWaiting();
    });
  }

  function beginWaiting(): void {
    const isSpent = createSlice(slice);
    while (running.size === 0 && waiting.length > 0) {
      begin(waiting.shift()!);
      if (isSpent()) break;
    }
    if (running.size === 0 && waiting.length > 0) goOn();
  }

  return {
    accept(event) {
      if (running.size === 0 && waiting.length === 0) return begin(event);
      if (overlap === 'queue') return addWithinBound(waiting, event, listener);
      if (overlap === 'drop') return decline(listener, event);
      if (overlap === 'switch') {
        for (const [delivery, older] of running) {
          running.delete(delivery);
          decline(listener, older);
          delivery.abort(new DOMException('A newer event has come.', 'AbortError'));
        }
      }
      begin(event);
    },
    end(reason) {
      endReason = reason;
      waiting.length = 0;
      for (const delivery of running.keys()) delivery.abort(reason);
      running.clear();
    },
  };
}
