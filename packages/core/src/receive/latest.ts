import type { BusContext } from '../bus-context.ts';
import { castEvent } from '../cast-event.ts';
import type { AnyEventContract } from '../define-event.ts';
import { type BusEvent, isExpired } from '../event.ts';
import { type Readable, toNext } from '../readable.ts';
import { topicFor } from '../registry.ts';
import { subscribe } from './subscribe.ts';
import { toTarget } from './target.ts';

/** The newest payload of a contract, cast to its version; undefined before the first, after its time to live, and where it cannot be cast. */
export function latest(bus: BusContext, contract: AnyEventContract): Readable<unknown> {
  const target = toTarget(contract, bus);
  const topic = topicFor(bus, contract);
  topic.watched = true;
  let seen: BusEvent | undefined;
  let value: unknown;
  const get = (): unknown => {
    const event = topic.latest;
    if (event !== seen) {
      seen = event;
      value = undefined;
      try {
        value = event && castEvent(event, contract, bus.hub, bus.source).data;
      } catch (error) {
        // Reading happens while frameworks render, where nothing may throw.
        bus.report(error);
      }
    }
    return event && isExpired(event) ? undefined : value;
  };
  return {
    get,
    subscribe(observer) {
      const next = toNext(observer);
      return subscribe(bus, target, () => next(get()), { replay: false });
    },
  };
}
