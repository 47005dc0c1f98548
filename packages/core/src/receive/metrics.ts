import type { Observable } from 'rxjs';
import type { BusContext } from '../bus-context.ts';
import { inDevelopment } from '../development.ts';
import { type BusMetrics, snapshot } from '../hub/metrics.ts';
import { assertFit, isCount, type Rule } from '../option-rules.ts';
import { longest } from '../start-timer.ts';
import { whileAlive } from './while-alive.ts';

const isPeriod = (given: unknown): boolean => isCount(given) && given !== 0 && (given as number) <= longest;
const rules = (): Record<'every', Rule> => ({ every: [isPeriod, 'milliseconds above 0'] });

/** Snapshots of the hub as a cold Observable: one at once, then one every so many milliseconds; completes when the bus is disposed. */
export function metrics(bus: BusContext, every: number): Observable<BusMetrics> {
  const { source, hub } = bus;
  if (inDevelopment) assertFit({ every }, rules(), source);
  return whileAlive(bus, (observer) => {
    const next = (): void => observer.next(snapshot(hub));
    next();
    const timer = setInterval(next, every);
    return () => clearInterval(timer);
  });
}
