import { Observable } from 'rxjs';
import type { BusContext } from '../bus-context.ts';
import { BusError } from '../bus-error.ts';
import { inDevelopment } from '../development.ts';
import { type BusMetrics, snapshot } from '../hub/metrics.ts';
import { longest } from '../start-timer.ts';

/** Snapshots of the hub as a cold Observable: one at once, then one every so many milliseconds; completes when the bus is disposed. */
export function metrics(bus: BusContext, every: number): Observable<BusMetrics> {
  const { source, hub } = bus;
  if (inDevelopment && !(every > 0 && every <= longest)) {
    throw new BusError('invalid-option', { option: 'every', given: every, expected: 'milliseconds above 0', source });
  }
  return new Observable((observer) => {
    const forget = bus.whenDisposed(() => observer.complete());
    const next = (): void => observer.next(snapshot(hub));
    if (!observer.closed) next();
    const timer = observer.closed ? undefined : setInterval(next, every);
    return () => {
      forget();
      clearInterval(timer);
    };
  });
}
