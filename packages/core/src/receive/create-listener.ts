import type { Handler, SubscribeOptions } from '../bus.ts';
import type { BusContext } from '../bus-context.ts';
import { isReserved, matchesPattern } from '../event-name.ts';
import { Fifo } from '../hub/fifo.ts';
import { Histogram } from '../hub/histogram.ts';
import { Memory } from '../hub/memory.ts';
import { isAllowed } from '../permissions.ts';
import { KeyIndex } from './key-index.ts';
import { laneFor } from './lanes.ts';
import type { Listener } from './listener.ts';
import { metricsOf } from './metrics-of.ts';
import { isFull, offer, updateRoom } from './overflow.ts';
import { createOverlapping } from './overlap.ts';
import { receive, take } from './receive.ts';
import type { Target } from './target.ts';
import { waitInLane } from './wait-in-lane.ts';

/** Makes what a subscription is; the hub does not know of it yet. */
export function createListener(
  bus: BusContext,
  { types, text, contracts }: Target,
  handler: Handler,
  options: SubscribeOptions,
): Listener {
  const { source, hub, permissions } = bus;
  const lines = { handler: new Fifo(), lane: new Fifo(), queue: new Fifo() } as Listener['lines'];
  const listener: Listener = {
    id: ++hub.counts.subscriptions,
    source,
    target: text,
    types,
    synchronous: options.delivery === 'sync',
    since: hub.sequence,
    ended: false,
    queued: 0,
    room: 0,
    after: 0,
    covers: (type) => (types ? types.includes(type) : matchesPattern(text, type) && isAllowed(permissions.subscribe, type)),
    offer: (delivery) => offer(listener, delivery),
    isFull: () => isFull(listener),
    receive(delivery) {
      const reception = take(listener, delivery);
      if (reception) receive(listener, reception);
    },
    metrics: () => metricsOf(listener),
    bus,
    handler,
    options,
    contracts,
    figures: { delivered: 0, failed: 0, retried: 0, dead: 0, declined: 0 },
    waitingTime: new Histogram(),
    handlingTime: new Histogram(),
    lagging: false,
    quiet: (types ?? [text]).some(isReserved),
    seen: new Memory(),
    lane: laneFor(hub, options),
    lines,
    byKey: options.overflow === 'latest-by-key' ? new KeyIndex() : undefined,
    inHand: 0,
    front: undefined,
    refusal: undefined,
    accept: (reception) => waitInLane(listener, reception) || overlapping.accept(reception),
    running: () => overlapping.running,
    end() {
      for (const line of Object.values(lines)) line.keep(() => false);
      overlapping.end();
    },
  };
  const overlapping = createOverlapping(listener);
  updateRoom(listener);
  return listener;
}
