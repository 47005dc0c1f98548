import { concatMap, exhaustMap, mergeMap, Observable, type OperatorFunction, Subject, switchMap } from 'rxjs';
import type { Overlap } from '../bus.ts';
import type { BusEvent } from '../event.ts';
import { Delivery } from './delivery.ts';
import { createInbox } from './inbox.ts';
import type { Listener } from './listener.ts';
import { addWithinBound } from './overflow.ts';

type Flatten = (project: () => Observable<unknown>) => OperatorFunction<void, unknown>;
const flatten: Record<Overlap, Flatten> = { queue: concatMap, parallel: mergeMap, switch: switchMap, drop: exhaustMap };

/** A delivery that was begun and is not done. */
interface Work {
  readonly delivery: Delivery;
  readonly settled: Promise<void>;
}

/** Runs deliveries beside or after one another, as the subscription's `overlap` says. */
export interface Overlapping {
  accept(event: BusEvent): void;
  /** How many events wait. */
  readonly depth: number;
  /** Aborts what runs and forgets what waits. */
  end(reason: unknown): void;
}

/**
 * RxJS comes in with the first promise only: a handler that is done when it returns never meets the next event, and
 * while nothing runs all four modes mean the same, to begin.
 */
export function createOverlapping(listener: Listener): Overlapping {
  const mode = listener.options.overlap ?? 'queue';
  const inbox = createInbox();
  let running = 0;
  let begun: Work | undefined;
  let accepting = false;
  let endReason: unknown;
  const arrivals = new Subject<void>();
  const flow = arrivals.pipe(flatten[mode](() => new Observable((observer) => follow(observer)))).subscribe();

  function begin(event: BusEvent | undefined): Work | undefined {
    const delivery = event && new Delivery(listener, event);
    const settled = delivery?.run();
    return settled && { delivery: delivery!, settled };
  }

  /** What a finished handler makes room for begins in its turn of the event loop, not in the last one's. */
  function follow(observer: { complete(): void }): () => void {
    let work: Work | undefined;
    let open = true;
    const close = (): void => {
      if (open && work) running--;
      open = false;
    };
    const start = (): void => {
      if (!open) return;
      work = begun ?? begin(inbox.take());
      begun = undefined;
      if (!work) return observer.complete();
      running++;
      work.settled.then(() => {
        close();
        observer.complete();
      });
    };
    if (accepting) start();
    else listener.bus.pace(start);
    return () => {
      if (open && work) letGo(work.delivery);
      close();
    };
  }

  function letGo(delivery: Delivery): void {
    if (!endReason) listener.counts.declined++;
    delivery.abort(endReason ?? new DOMException('A newer event has come.', 'AbortError'));
  }

  return {
    accept(event) {
      if (running === 0 && inbox.depth === 0) {
        begun = begin(event);
        if (!begun) return;
      } else if (mode === 'drop') {
        listener.counts.declined++;
        return;
      } else {
        addWithinBound(inbox, event, listener);
      }
      accepting = true;
      arrivals.next();
      accepting = false;
    },
    get depth() {
      return inbox.depth;
    },
    end(reason) {
      endReason = reason;
      inbox.clear();
      flow.unsubscribe();
    },
  };
}
