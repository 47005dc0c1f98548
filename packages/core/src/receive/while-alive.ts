import { Observable, type Subscriber } from 'rxjs';
import type { BusContext } from '../bus-context.ts';

/** A cold Observable that completes when the bus is disposed. What `begin` answers ends what it began. */
export function whileAlive<Value>(bus: BusContext, begin: (observer: Subscriber<Value>) => () => void): Observable<Value> {
  return new Observable((observer) => {
    observer.add(bus.whenDisposed(() => observer.complete()));
    if (!observer.closed) observer.add(begin(observer));
  });
}
