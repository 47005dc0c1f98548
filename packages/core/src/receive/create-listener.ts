import type { Handler, SubscribeOptions } from '../bus.ts';
import type { BusContext } from '../bus-context.ts';
import { isReserved, matchesPattern } from '../event-name.ts';
import { Chain } from '../hub/chain.ts';
import { Histogram } from '../hub/histogram.ts';
import { noVersion } from '../hub/version-taken.ts';
import { isAllowed } from '../permissions.ts';
import { longest } from '../start-timer.ts';
import { KeyIndex } from './key-index.ts';
import { laneFor } from './lanes.ts';
import { noLines } from './lines.ts';
import type { Listener } from './listener.ts';
import { metrics } from './metrics-of.ts';
import { isFull, offer } from './overflow.ts';
import { accept, goOnFromCall } from './overlap.ts';
import { receive } from './receive.ts';
import { reconsider } from './reconsider.ts';
import type { Target } from './target.ts';

/**
 * Makes what a subscription is; the hub does not know of it yet. A page may have many thousands, so they have their functions
 * in common, and what most of them never need is made when it is first needed.
 */
export function createListener(
  bus: BusContext,
  { types, text, contracts }: Target,
  handler: Handler,
  options: SubscribeOptions,
): Listener {
  const { source, hub } = bus;
  const { delivery, overflow, lagThreshold = 1_000 } = options;
  const quiet = (types ?? [text]).some(isReserved);
  const listener: Listener = {
    // What is looked at for each event stands together.
    handler,
    free: noVersion,
    patience: quiet ? longest : lagThreshold,
    delivered: 0,
    queued: 0,
    room: 0,
    after: 0,
    ended: false,
    takes: noVersion,
    id: ++hub.counts.subscriptions,
    source,
    target: text,
    types,
    synchronous: delivery === 'sync',
    since: hub.sequence,
    covers,
    offer,
    isFull,
    receive,
    goOn: goOnFromCall,
    reconsider,
    metrics,
    accept,
    bus,
    options,
    contracts,
    figures: { failed: 0, retried: 0, dead: 0, declined: 0 },
    waitingTime: new Histogram(),
    handlingTime: new Histogram(),
    lagging: false,
    quiet,
    seen: undefined,
    lane: laneFor(hub, options),
    lines: noLines,
    byKey: overflow === 'latest-by-key' ? new KeyIndex() : undefined,
    inHand: 0,
    front: undefined,
    refusal: undefined,
    running: new Chain(),
    turnEnds: undefined,
  };
  listener.reconsider();
  return listener;
}

function covers(this: Listener, type: string): boolean {
  const { types, target, bus } = this;
  return types ? types.includes(type) : matchesPattern(target, type) && isAllowed(bus.permissions.subscribe, type);
}
