import type { Handler, SubscribeOptions } from '../bus.ts';
import type { BusContext } from '../bus-context.ts';
import { inDevelopment } from '../development.ts';
import type { BusEvent } from '../event.ts';
import { isReserved, matchesPattern } from '../event-name.ts';
import { ageOf } from '../hub/clock.ts';
import { Histogram } from '../hub/histogram.ts';
import { attach, detach } from '../hub/topic.ts';
import { isAllowed } from '../permissions.ts';
import { type Subscription, toSubscription } from '../readable.ts';
import { assertHandler, assertOptions } from './check-options.ts';
import { noteJoin } from './lag.ts';
import { laneFor } from './lanes.ts';
import type { Listener } from './listener.ts';
import { addWithinBound } from './overflow.ts';
import { createOverlapping } from './overlap.ts';
import { receive } from './receive.ts';
import { replay } from './replay.ts';
import type { Target } from './target.ts';
import { stateOf, watchPolicy } from './watch-policy.ts';

/** Begins a subscription: retained events first, then every event emitted from now on. */
export function subscribe(bus: BusContext, target: Target, handler: Handler, options: SubscribeOptions): Subscription {
  const { source, hub } = bus;
  bus.alive('on');
  if (inDevelopment) {
    assertHandler(handler, target.text, source);
    assertOptions(options, source);
  }
  const { signal } = options;
  const listener = createListener(bus, target, handler, options);
  let unwatch = (): void => {};
  const stop = toSubscription(() => {
    unwatch();
    signal?.removeEventListener('abort', stop);
    detach(hub, listener);
    listener.end();
  }, bus.whenDisposed);
  if (signal?.aborted) {
    stop();
  } else {
    signal?.addEventListener('abort', stop);
    attach(hub, listener);
    unwatch = watchPolicy(listener);
    // Code that people handed in may dispose the bus while it begins to be watched.
    if (listener.ended) unwatch();
    replay(hub, listener, options.replay);
  }
  return stop;
}

function createListener(
  bus: BusContext,
  { types, text, contracts }: Target,
  handler: Handler,
  options: SubscribeOptions,
): Listener {
  const { source, hub, permissions } = bus;
  const lane = laneFor(bus, options);
  /** Events whose turn has not come. */
  const early: BusEvent[] = [];
  /** Events whose turn has come while the handler was busy. */
  const waiting: BusEvent[] = [];
  const listener: Listener = {
    id: ++hub.counts.subscriptions,
    source,
    target: text,
    types,
    synchronous: options.delivery === 'sync',
    since: hub.sequence,
    ended: false,
    covers: (type) => (types ? types.includes(type) : matchesPattern(text, type) && isAllowed(permissions.subscribe, type)),
    receive: (event) => receive(listener, event),
    metrics() {
      const { id, figures, waitingTime, handlingTime } = listener;
      const oldest = listener.oldest();
      return {
        id,
        source,
        target: text,
        ...figures,
        running: overlapping.running,
        queueDepth: early.length + waiting.length,
        age: oldest ? ageOf(hub, oldest) : 0,
        waitingTime: waitingTime.durations(),
        handlingTime: handlingTime.durations(),
        policy: stateOf(options.policy),
      };
    },
    bus,
    handler,
    options,
    contracts,
    figures: { delivered: 0, failed: 0, retried: 0, dead: 0, declined: 0 },
    waitingTime: new Histogram(),
    handlingTime: new Histogram(),
    lagging: false,
    quiet: (types ?? [text]).some(isReserved),
    seen: new Set(),
    oldest: () => waiting[0] ?? early[0],
    accept(event) {
      if (!lane) return overlapping.accept(event);
      addWithinBound(early, event, listener);
      noteJoin(listener, event);
      lane.push(() => {
        const next = early.shift();
        if (next) overlapping.accept(next);
        return true;
      });
    },
    end() {
      waiting.length = early.length = 0;
      overlapping.end();
    },
  };
  const overlapping = createOverlapping(listener, waiting);
  return listener;
}
