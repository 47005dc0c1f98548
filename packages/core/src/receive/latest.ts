import type { BusContext } from '../bus-context.ts';
import { isBusError } from '../bus-error.ts';
import type { AnyEventContract } from '../define-event.ts';
import { type BusEvent, isExpired } from '../event.ts';
import type { Readable, ReadableObserver } from '../readable.ts';
import { castEvent } from './cast.ts';
import { subscribe } from './subscribe.ts';
import { toTarget } from './target.ts';

/** The newest payload of a contract, cast to its version; undefined before the first, after its time to live, and where it cannot be cast. */
export function latest(bus: BusContext, contract: AnyEventContract): Readable<unknown> {
  const target = toTarget(contract, bus);
  const topic = bus.topicOf(contract);
  topic.watched = true;
  let seen: BusEvent | undefined;
  let value: unknown;
  const get = (): unknown => {
    const event = topic.latest;
    if (event !== seen) [seen, value] = [event, event && read(bus, contract, event)];
    return seen && isExpired(seen) ? undefined : value;
  };
  return {
    get,
    subscribe(observer: ReadableObserver<unknown>) {
      const next = typeof observer === 'function' ? observer : (now: unknown) => observer.next?.(now);
      return subscribe(bus, target, () => next(get()), { replay: false });
    },
  };
}

/** Casts once per event; the payload that cannot be cast is reported, not thrown: reading happens while frameworks render. */
function read(bus: BusContext, contract: AnyEventContract, event: BusEvent): unknown {
  try {
    return castEvent(event, contract, bus.hub, bus.source).data;
  } catch (error) {
    if (isBusError(error)) bus.report(error);
    return undefined;
  }
}
