import type { Observable } from 'rxjs';
import type { SubscribeOptions } from '../bus.ts';
import type { BusContext } from '../bus-context.ts';
import type { BusEvent } from '../event.ts';
import { subscribe } from './subscribe.ts';
import type { Target } from './target.ts';
import { whileAlive } from './while-alive.ts';

/** Events as a cold Observable: each observer is a subscription of its own; completes when the bus is disposed. */
export function events(bus: BusContext, target: Target, options: SubscribeOptions): Observable<BusEvent> {
  return whileAlive(bus, (observer) => subscribe(bus, target, (event) => observer.next(event), options));
}
