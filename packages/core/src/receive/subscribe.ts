import type { Handler, SubscribeOptions } from '../bus.ts';
import type { BusContext } from '../bus-context.ts';
import { inDevelopment } from '../development.ts';
import type { BusEvent } from '../event.ts';
import { matchesPattern } from '../event-name.ts';
import type { SubscriptionRecord } from '../hub/hub.ts';
import { attach, detach } from '../hub/topic.ts';
import { isAllowed } from '../permissions.ts';
import { type Subscription, toSubscription } from '../readable.ts';
import { assertHandler, assertOptions } from './check-options.ts';
import type { Listener } from './listener.ts';
import { addWithinBound } from './overflow.ts';
import { createOverlapping } from './overlap.ts';
import { receive } from './receive.ts';
import { replay } from './replay.ts';
import type { Target } from './target.ts';

/** Begins a subscription: retained events first, then every event emitted from now on. */
export function subscribe(bus: BusContext, target: Target, handler: Handler, options: SubscribeOptions): Subscription {
  const { source, hub } = bus;
  bus.assertAlive('on');
  if (inDevelopment) {
    assertHandler(handler, target.text, source);
    assertOptions(options, source);
  }
  const { signal } = options;
  const { record, end } = createListener(bus, target, handler, options);
  const stop = toSubscription(() => {
    signal?.removeEventListener('abort', stop);
    forget();
    detach(hub, record);
    end(new DOMException('The subscription has ended.', 'AbortError'));
  });
  const forget = bus.whenDisposed(stop);
  if (signal?.aborted) {
    stop();
  } else {
    signal?.addEventListener('abort', stop);
    attach(hub, record);
    replay(hub, record, options.replay);
  }
  return stop;
}

function createListener(bus: BusContext, { types, text, contracts }: Target, handler: Handler, options: SubscribeOptions) {
  const { source, hub, permissions } = bus;
  const lane = bus.laneFor(options);
  const inLane: BusEvent[] = [];
  const waiting: BusEvent[] = [];
  const counts = { delivered: 0, failed: 0, retried: 0, dead: 0, declined: 0 };
  const times = { lag: 0, last: 0, total: 0, measured: 0, max: 0 };
  const id = ++hub.counts.subscriptions;
  const record: SubscriptionRecord = {
    id,
    source,
    target: text,
    types,
    synchronous: options.delivery === 'sync',
    since: hub.sequence,
    ended: false,
    covers: (type) => (types ? types.includes(type) : matchesPattern(text, type) && isAllowed(permissions.subscribe, type)),
    receive: (event, redriven) => receive(listener, event, redriven),
    metrics: () => ({
      id,
      source,
      target: text,
      ...counts,
      queueDepth: inLane.length + waiting.length,
      lag: times.lag,
      handlerTime: { last: times.last, mean: times.total / (times.measured || 1), max: times.max },
    }),
  };
  const listener: Listener = {
    bus,
    record,
    handler,
    options,
    contracts,
    counts,
    times,
    seen: new Set(),
    accept(event) {
      if (!lane) return overlapping.accept(event);
      addWithinBound(inLane, event, listener);
      lane(() => {
        const next = inLane.shift();
        if (next) overlapping.accept(next);
      });
    },
  };
  const overlapping = createOverlapping(listener, waiting);
  const end = (reason: unknown): void => {
    waiting.length = inLane.length = 0;
    overlapping.end(reason);
  };
  return { record, end };
}
