import type { Handler, SubscribeOptions } from '../bus.ts';
import type { BusContext } from '../bus-context.ts';
import { BusError } from '../bus-error.ts';
import type { BusEvent } from '../event.ts';
import { matchesPattern } from '../event-name.ts';
import type { Hub, SubscriptionRecord } from '../hub/hub.ts';
import { attach, detach, retainedEvents } from '../hub/topic.ts';
import { type Subscription, toSubscription } from '../readable.ts';
import { checkOptions } from './check-options.ts';
import { createInbox } from './inbox.ts';
import type { Listener } from './listener.ts';
import { measured } from './listener-metrics.ts';
import { addWithinBound } from './overflow.ts';
import { createOverlapping } from './overlap.ts';
import { receive } from './receive.ts';
import type { Target } from './target.ts';

/** Begins a subscription: retained events first, then every event emitted from now on. */
export function subscribe(bus: BusContext, target: Target, handler: Handler, options: SubscribeOptions): Subscription {
  if (typeof handler !== 'function') {
    throw new BusError('invalid-handler', {
      target: target.text,
      source: bus.source,
      given: handler === null ? 'null' : typeof handler,
    });
  }
  checkOptions(options, bus.source);
  const { signal } = options;
  if (signal?.aborted) return toSubscription(() => {});
  const { record, end } = createListener(bus, target, handler, options);
  const stop = toSubscription(() => {
    signal?.removeEventListener('abort', stop);
    forget();
    end();
  });
  const forget = bus.whenDisposed(stop);
  signal?.addEventListener('abort', stop, { once: true });
  attach(bus.hub, record);
  replay(bus.hub, record, options.replay ?? true);
  return stop;
}

function createListener(bus: BusContext, target: Target, handler: Handler, options: SubscribeOptions) {
  const { hub } = bus;
  const lane = bus.lanes.laneFor(options);
  const inbox = createInbox();
  const takeNext = (): void => {
    const event = inbox.take();
    if (event) overlapping.accept(event);
  };
  const record: SubscriptionRecord = {
    id: ++hub.counts.subscriptions,
    source: bus.source,
    target: target.text,
    types: target.types,
    synchronous: options.delivery === 'sync',
    since: hub.sequence,
    ended: false,
    covers: (type) =>
      (target.types ? target.types.includes(type) : matchesPattern(target.text, type)) && bus.permissions.maySubscribe(type),
    receive: (event, redriven) => receive(listener, event, redriven),
    metrics: () => measured(listener, inbox.depth + overlapping.depth),
  };
  const listener: Listener = {
    bus,
    record,
    handler,
    options,
    contracts: target.contracts,
    counts: { delivered: 0, failed: 0, retried: 0, dead: 0, declined: 0 },
    times: { lag: 0, last: 0, total: 0, measured: 0, max: 0 },
    seen: new Set(),
    accept(event) {
      if (!lane) return overlapping.accept(event);
      addWithinBound(inbox, event, listener);
      lane.push(takeNext);
    },
  };
  const overlapping = createOverlapping(listener);
  function end(): void {
    detach(hub, record);
    inbox.clear();
    overlapping.end(new DOMException('The subscription has ended.', 'AbortError'));
  }
  return { record, end };
}

/** Gives retained events to a new subscription: by the hub's queue, or at once if it is synchronous. */
function replay(hub: Hub, record: SubscriptionRecord, wanted: NonNullable<SubscribeOptions['replay']>): void {
  if (wanted === false || wanted === 0) return;
  const events = asked(retainedEvents(hub, record), wanted).map((event) => Object.freeze({ ...event, replayed: true as const }));
  if (record.synchronous) return give(record, events);
  if (events.length === 0) return;
  let position = 0;
  hub.queue.push({
    run(slice) {
      while (position < events.length) {
        give(record, [events[position++]!]);
        if (slice.spent()) return position >= events.length;
      }
      return true;
    },
  });
}

function asked(events: BusEvent[], wanted: true | number | { readonly after: number }): BusEvent[] {
  if (wanted === true) return events;
  return typeof wanted === 'number' ? events.slice(-wanted) : events.filter(({ sequence }) => sequence > wanted.after);
}

function give(record: SubscriptionRecord, events: readonly BusEvent[]): void {
  for (const event of events) if (!record.ended) record.receive(event);
}
