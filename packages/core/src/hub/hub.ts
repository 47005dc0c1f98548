import type { Handler } from '../bus.ts';
import type { BusError } from '../bus-error.ts';
import type { AnyEventContract, Retain } from '../define-event.ts';
import type { BusEvent } from '../event.ts';
import type { CopyBounds } from '../plain-copy.ts';
import type { Timer } from '../start-timer.ts';
import type { Clock } from './clock.ts';
import type { DeadLetter } from './dead-letters.ts';
import type { DeliveryQueue } from './delivery-queue.ts';
import type { DirectCalls } from './direct-calls.ts';
import type { Conclusion, FanOut } from './fan-out.ts';
import type { HandlerCall } from './handler-call.ts';
import type { LineUp } from './line-up.ts';
import type { Memory } from './memory.ts';
import type { SubscriptionMetrics } from './metrics.ts';

/** The number that copies of Busbar shake hands on. Raised only when a copy of before could no longer take part. */
export const protocol = 1;

/** Bounds of a hub. */
export interface HubLimits extends CopyBounds {
  /** How many dead letters are kept. Default 1,000. */
  readonly deadLetters: number;
  /** How long a chain of causes may be. Default 32. */
  readonly hops: number;
  /** Milliseconds that deliveries may take before input and paint get their turn. Default 5. */
  readonly slice: number;
}

/** A copy of Busbar that joined the hub. */
export interface CopyRecord {
  /** Tells copies apart; one for each time the module was loaded. */
  readonly copy: object;
  readonly version: string;
  /** The first bus that the copy made. */
  readonly source: string;
}

/** A contract as one or more sources brought it. */
export interface ContractEntry {
  readonly contract: AnyEventContract;
  readonly definedBy: Set<string>;
}

/** Everything the hub knows about one event name. */
export interface Topic {
  readonly type: string;
  readonly contracts: ContractEntry[];
  /** In the order of subscribing. */
  readonly subscriptions: Set<SubscriptionRecord>;
  /** The same as lists, made when an event is emitted. */
  lineUp?: LineUp | undefined;
  /** Retained events by key; one key, the empty text, where the contract names none. */
  readonly retained: Map<unknown, BusEvent[]>;
  // biome-ignore lint/suspicious/noExplicitAny: a topic holds contracts of every payload
  retain?: Retain<any>;
  /** The newest event, kept where the contract retains or somebody reads `latest`. */
  latest?: BusEvent | undefined;
  watched?: boolean;
  readonly emitters: Set<string>;
  /** When the newest event that is timed was emitted. */
  timedAt?: number;
  /** Whether plain `window` events of the name are listened to. */
  heard?: boolean;
  /** Whether it is shown to `window` and heard from it; decided at the first event, since finding `pii` tags costs. */
  dom?: 'both' | 'out' | 'off';
  /** What each source may emit as of a time, where the contract has a `rate`: a millisecond earns its `limit`, an event costs its `per`. */
  buckets?: Map<string, { credit: number; time: number; error?: unknown }>;
  /** When an event of each source was last refused because there were too many, in milliseconds since the page began. */
  storms?: Map<string, number>;
  /** Versions that two copies define differently. */
  readonly drifted: Set<number>;
}

/** A subscription, whichever copy made it. */
export interface SubscriptionRecord {
  readonly id: number;
  readonly source: string;
  /** The event names or the pattern. */
  readonly target: string;
  /** The event names; absent for a pattern. */
  readonly types: readonly string[] | undefined;
  /** Delivered to while `emit` runs. */
  readonly synchronous: boolean;
  /** It hears events with a later sequence; earlier ones come as replays. */
  readonly since: number;
  ended: boolean;
  readonly handler: Handler;
  /** How many events were handled. */
  delivered: number;
  /** The version of the payloads that its handler can be called with directly, now: `anyVersion`, a certain one, or `noVersion`. */
  free: number;
  /** The same, while nothing waits or runs. */
  takes: number;
  /** It is told of as lagging when an event has waited longer, in milliseconds. */
  readonly patience: number;
  /** How many events wait for it on the hub's queue, and how many may before it has to be asked. */
  queued: number;
  readonly room: number;
  /** It was asked about the deliveries up to this one, counted as `counts.emitted` does. */
  readonly after: number;
  /** Whether it is for events of that name. */
  covers(type: string): boolean;
  /**
   * Takes an event that is to wait on the hub's queue, if need be in the place of another, or refuses it. Runs nobody's code
   * before what it answers is told: a dead letter is made then, and other things are told.
   */
  offer(delivery: FanOut): Conclusion;
  /** Whether as many events wait as may. */
  isFull(): boolean;
  /** Takes an event whose turn has come, if it waits for it; never throws. */
  receive(delivery: FanOut): void;
  /** Goes on with an event that its handler was called with directly; `outcome` answers or throws what the handler did. Never throws. */
  goOn(event: BusEvent, call: HandlerCall, outcome: () => unknown): void;
  /** Finds out again what it is free for, since two copies were found to define one of its events differently. */
  reconsider(): void;
  metrics(): SubscriptionMetrics;
}

/**
 * The one meeting point of a page. Plain data that every copy of Busbar reads and writes. From the first release on fields
 * are added, never changed or removed, as long as `protocol` stays the same.
 */
export interface Hub {
  readonly protocol: number;
  /** The version of the copy that made it. */
  readonly version: string;
  readonly limits: HubLimits;
  /** What the ids of its events begin with: random, so that they are unique among all pages. */
  readonly prefix: string;
  /** Where events are mirrored to and adopted from; absent in a hub of its own. */
  readonly window: Window | undefined;
  readonly copies: CopyRecord[];
  readonly topics: Map<string, Topic>;
  /** In the order of subscribing. */
  readonly subscriptions: Set<SubscriptionRecord>;
  /** Those of them that are by pattern. */
  readonly patterns: Set<SubscriptionRecord>;
  readonly queue: DeliveryQueue;
  /**
   * Deliveries to synchronous subscriptions, drained at the end of each `emit`. What a handler emits meanwhile waits until
   * the outer event has been given to all: everybody sees the same order.
   */
  readonly synchronous: DeliveryQueue;
  /** The queues of subscriptions that wait for a task, a frame or idle time. */
  readonly lanes: Map<string, DeliveryQueue>;
  /** What is to happen at some time: time-outs and further tries. */
  readonly timers: Set<Timer>;
  /** How many events wait to be mirrored to `window`. */
  mirroring: number;
  /** The error of the newest that could not wait. */
  unshown?: BusError<'queue-overflow'>;
  /** By their numbers, those of other pages by their ids, oldest first: in a storm of them texts would cost too much. */
  readonly letters: Map<number | string, DeadLetter>;
  /** Goes on with the oldest letter, where letters were let go. */
  oldestLetter?: Iterator<number | string, undefined> | undefined;
  readonly letterObservers: Set<(letter: DeadLetter) => void>;
  /** Another object each time that letters came or went. */
  letterChange?: object;
  /** Called in the microtask after letters came or went, once for each time, and maybe after they were taken off. */
  letterWatchers?: Set<() => void>;
  /** Told of each letter that came or went, where somebody keeps them in a store. */
  letterKeeper?: { readonly source: string; update(id: string): void } | undefined;
  /** Which subscriptions were given which events in the place of former ones: `<subscription> <event>`, by their ids. */
  taken?: Memory;
  /** Ids of letters that are being redriven, so that code which is called meanwhile does not send them once more. */
  redriving?: Set<string>;
  /** Ids of events that other contexts emitted and this page has adopted, the newest 10,000. */
  adopted?: Memory;
  /**
   * Stands between publishing and delivery, in tests: is told of each event, and delivers it now, later, more than once or
   * never. Whoever puts one in the place of another calls that one in turn.
   */
  carry?: ((event: BusEvent, deliver: (event: BusEvent) => void) => void) | undefined;
  /** Warnings that were given already. */
  readonly warned: Set<string>;
  /** Of what was `delivered`, what subscriptions were given that have ended: the others count for themselves. */
  readonly counts: { emitted: number; delivered: number; deadLetters: number; unheard: number; subscriptions: number };
  readonly clock: Clock;
  /** When events were emitted, by the monotonic clock, in milliseconds: of those that are timed or were given again. */
  readonly emittedAt: WeakMap<BusEvent, number>;
  /** The sequence of the newest event. */
  sequence: number;
  /** The event whose handler is running. */
  handling: BusEvent | undefined;
  /** Subscriptions that are not free for what they take. */
  readonly busy: Set<SubscriptionRecord>;
  /** Those who call handlers directly, for what is given while `emit` runs, and for all else. */
  readonly direct: { readonly synchronous: DirectCalls; readonly later: DirectCalls };
  /** The one of them that calls handlers now. */
  calling?: DirectCalls | undefined;
}
