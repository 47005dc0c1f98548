import type { StandardSchemaV1 } from '@standard-schema/spec';
import type { AnyEventContract, EventContract, OutputOf } from '../define-event.ts';
import { inDevelopment } from '../development.ts';

/** A subscription, as the hub's own events and dead letters name it. */
export interface Subscriber {
  readonly id: number;
  readonly source: string;
  /** The event names or the pattern that it listens to. */
  readonly target: string;
}

/** How far a subscription is behind. */
export interface SubscriberLag {
  readonly subscriber: Subscriber;
  /** Milliseconds that an event has waited. */
  readonly waited: number;
  /** Events that wait for the handler. */
  readonly queueDepth: number;
}

/** Who emits more than is good for the page. */
export interface Storm {
  /** The event that is emitted. */
  readonly type: string;
  /** Who emits it. */
  readonly source: string;
  /** What was passed: the contract's `rate`, or `limits.hops`. */
  readonly cause: 'rate' | 'hops';
  /** With `hops`, who is answered, and which event. */
  readonly answered?: string;
}

/** What the breaker of a subscription has come to. */
export interface BreakerChange {
  readonly subscriber: Subscriber;
  /** `open`, `half-open` or `closed`. */
  readonly state: string;
}

/** The events that the hub itself emits, as source `busbar`. */
export interface HubEvents {
  /** Events of a subscription wait longer than its `lagThreshold`. Told once, until it has recovered. */
  readonly lagging: EventContract<'busbar:lagging', SubscriberLag>;
  /** A subscription that lagged is given events in less than half its `lagThreshold` again. */
  readonly recovered: EventContract<'busbar:recovered', SubscriberLag>;
  /** A storm begins: at most one is told per event and source in ten seconds. */
  readonly stormed: EventContract<'busbar:stormed', Storm>;
  /** The breaker of a subscription does not let its handler run for now. */
  readonly breakerOpened: EventContract<'busbar:breakerOpened', BreakerChange>;
  /** The breaker of a subscription lets one event through, to see whether it succeeds. */
  readonly breakerHalfOpened: EventContract<'busbar:breakerHalfOpened', BreakerChange>;
  /** The breaker of a subscription lets its handler run again. */
  readonly breakerClosed: EventContract<'busbar:breakerClosed', BreakerChange>;
}

const names = ['lagging', 'recovered', 'stormed', 'breakerOpened', 'breakerHalfOpened', 'breakerClosed'] as const;

/**
 * The contracts of what the hub itself emits. They are neither retained nor shown to `window`, and patterns that begin
 * with a wildcard do not cover them: ask for one, or for `busbar:*`.
 *
 * @example
 * bus.on(hubEvents.lagging, ({ data }) => console.warn(`${data.subscriber.source} is ${data.waited} ms behind`));
 */
export const hubEvents: HubEvents = /* @__PURE__ */ Object.freeze(
  /* @__PURE__ */ Object.fromEntries(/* @__PURE__ */ names.map((name) => [name, contract(name)])),
) as never;

function contract(name: keyof HubEvents): AnyEventContract {
  const schema: StandardSchemaV1 = {
    '~standard': {
      version: 1,
      vendor: 'busbar',
      validate(value) {
        if (!inDevelopment) return { value };
        const issues = issuesOf(examples()[name], value, []);
        return issues.length > 0 ? { issues } : { value };
      },
    },
  };
  return Object.freeze({ type: `busbar:${name}`, version: 1, schema, dom: 'off' });
}

function examples(): { [Name in keyof HubEvents]: OutputOf<HubEvents[Name]> } {
  const subscriber: Subscriber = { id: 0, source: '', target: '' };
  const lag: SubscriberLag = { subscriber, waited: 0, queueDepth: 0 };
  const change: BreakerChange = { subscriber, state: '' };
  return {
    lagging: lag,
    recovered: lag,
    stormed: { type: '', source: '', cause: 'rate' },
    breakerOpened: change,
    breakerHalfOpened: change,
    breakerClosed: change,
  };
}

/** What has to be there has the type that it has in the example. What else is there comes from a newer copy of Busbar. */
function issuesOf(example: unknown, value: unknown, path: readonly string[]): StandardSchemaV1.Issue[] {
  const expected = typeof example;
  if (typeof value !== expected || value === null) return [{ path, message: `Expected ${expected}` }];
  if (expected !== 'object') return [];
  return Object.entries(example as object).flatMap(([name, inner]) =>
    issuesOf(inner, (value as Record<string, unknown>)[name], [...path, name]),
  );
}
