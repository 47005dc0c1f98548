import { inDevelopment } from '../development.ts';
import { assertFit, isCount, type Rule } from '../option-rules.ts';
import { createClock } from './clock.ts';
import { createDeliveryQueue } from './delivery-queue.ts';
import { DirectCalls } from './direct-calls.ts';
import { followPage } from './follow-page.ts';
import { type Hub, type HubLimits, protocol } from './hub.ts';
import { version } from './version.ts';

const limitRules = (): Record<keyof HubLimits, Rule> => {
  const bound: Rule = [isCount, 'a number from 0 on'];
  return { depth: bound, nodes: bound, bytes: bound, deadLetters: bound, hops: bound, slice: bound };
};

/** How a hub of its own is made. */
export interface HubOptions {
  /** Where events are mirrored to and adopted from. Default: nowhere. */
  readonly window?: Window;
  readonly limits?: Partial<HubLimits>;
}

/**
 * Makes a hub of its own, shared with nobody: one for each request on a server, one for each test.
 *
 * On a page nobody needs it: `createBus` finds the page's hub or makes it.
 *
 * @example
 * const bus = createBus({ source: 'server', hub: createHub() });
 */
export function createHub(options: HubOptions = {}): Hub {
  const { window } = options;
  const limits = { ...options.limits };
  if (inDevelopment) assertFit(limits, limitRules(), 'createHub');
  const { depth = 64, nodes = 10_000, bytes = 262_144, deadLetters = 1_000, hops = 32, slice = 5 } = limits;
  const hub: Hub = {
    protocol,
    version,
    limits: { depth, nodes, bytes, deadLetters, hops, slice },
    // Pages that are no secure context have no `randomUUID`.
    prefix: `${crypto.getRandomValues(new BigUint64Array(1))[0]!.toString(36)}-`,
    window,
    copies: [],
    topics: new Map(),
    subscriptions: new Set(),
    patterns: new Set(),
    queue: createDeliveryQueue(slice),
    synchronous: createDeliveryQueue(undefined, () => {}),
    lanes: new Map(),
    timers: new Set(),
    mirroring: 0,
    letters: new Map(),
    letterObservers: new Set(),
    warned: new Set(),
    counts: { emitted: 0, delivered: 0, deadLetters: 0, unheard: 0, subscriptions: 0 },
    clock: createClock(),
    emittedAt: new WeakMap(),
    sequence: 0,
    busy: new Set(),
    direct: { synchronous: new DirectCalls(), later: new DirectCalls() },
    handling: undefined,
  };
  if (window) followPage(window, hub);
  return hub;
}
