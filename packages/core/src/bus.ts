import type { Observable } from 'rxjs';
import type { BusError } from './bus-error.ts';
import type { AnyEventContract, InputOf, OutputOf } from './define-event.ts';
import type { BusEvent } from './event.ts';
import type { ContractRecord } from './hub/catalogue.ts';
import type { DeadLetters } from './hub/dead-letters.ts';
import type { Hub, HubLimits } from './hub/hub.ts';
import type { BusMetrics } from './hub/metrics.ts';
import type { Readable, Subscription } from './readable.ts';
import type { Stage } from './stage.ts';

/**
 * Event names that the compiler knows, for those who like `bus.emit('cart:itemAdded', …)`.
 *
 * @example
 * declare module '@busbar/core' {
 *   interface DeclaredEvents extends EventsByName<typeof cart> {}
 * }
 */
// biome-ignore lint/suspicious/noEmptyInterface: filled by declaration merging in the applications
export interface DeclaredEvents {}

/** Turns `{ itemAdded: EventContract<'cart:itemAdded', …> }` into `{ 'cart:itemAdded': EventContract<…> }`. */
export type EventsByName<Contracts> = {
  [Key in keyof Contracts as Contracts[Key] extends AnyEventContract ? Contracts[Key]['type'] : never]: Contracts[Key];
};

/** A declared name, or any text where nothing is declared. */
export type EventName = [keyof DeclaredEvents] extends [never] ? string : keyof DeclaredEvents & string;
type ContractNamed<Name> = Name extends keyof DeclaredEvents ? DeclaredEvents[Name] : never;
type InputNamed<Name> = [keyof DeclaredEvents] extends [never] ? unknown : InputOf<ContractNamed<Name>>;
type OutputNamed<Name> = [keyof DeclaredEvents] extends [never] ? unknown : OutputOf<ContractNamed<Name>>;

/** The event that a contract describes. */
export type EventOf<Contract> = Contract extends AnyEventContract ? BusEvent<OutputOf<Contract>, Contract['type']> : never;

/** What a handler is given beside the event, for those who need it. */
export interface HandlerContext {
  /** Aborted when the handler's work is no longer wanted: subscription ended, time-out passed, or `overlap: 'switch'` went on to a newer event. */
  readonly signal: AbortSignal;
  /** 1 for the first try, 2 for the first retry. */
  readonly attempt: number;
}

/** What `on` calls. May be asynchronous: `overlap` says what happens meanwhile. Throwing hurts nobody else. */
export type Handler<Event extends BusEvent = BusEvent> = (event: Event, context: HandlerContext) => unknown;

/** When handlers run, seen from the emitting call. */
export type Delivery = 'microtask' | 'sync' | 'task' | 'frame' | 'idle';
/** What an asynchronous handler does with the next event while it is busy: RxJS's concatMap, mergeMap, switchMap, exhaustMap. */
export type Overlap = 'queue' | 'parallel' | 'switch' | 'drop';

/** How often and how soon a failing handler is tried again. */
export interface RetryOptions {
  /** Further tries after the first one. */
  readonly attempts: number;
  /** Milliseconds before the first retry. Default 100. */
  readonly delay?: number;
  /** What each further delay is multiplied by. Default 2. */
  readonly factor?: number;
  /** The longest delay in milliseconds. Default 30,000. */
  readonly maxDelay?: number;
  /** The share of a delay that is random, 0 to 1, so that many do not retry at once. Default 0.2. */
  readonly jitter?: number;
  /** Answers whether an error is worth another try. Default: every error is. */
  when?(error: unknown, attempt: number): boolean;
}

/** Any object with cockatiel's `execute`: breakers, bulkheads and what is put together from them. */
export interface Policy {
  execute(run: (context: { readonly signal: AbortSignal }) => unknown, signal?: AbortSignal): Promise<unknown>;
  /** What it has come to. A text, such as `open`, is shown as `policy` in the subscription's metrics. */
  readonly state?: unknown;
  /** Calls the observer when the state changes, until what it answers is called. `open`, `half-open` and `closed` become events of the hub. */
  watch?(observer: (state: string) => void): () => void;
}

/** How a subscription receives. Every default is right for most people. */
export interface SubscribeOptions<Event extends BusEvent = BusEvent> {
  /** Retained events to be given first: `false` none, a number the newest n, `{ after }` all since that `sequence`. Default `true`: all that are kept. */
  readonly replay?: boolean | number | { readonly after: number };
  /** Declines events that it answers `false` for. */
  where?(event: Event): boolean;
  /** When the handler runs. Default `microtask`: after the emitting call, before the next paint. */
  readonly delivery?: Delivery;
  /** With `delivery: 'task'`, how urgent. Default `user-visible`. */
  readonly priority?: 'user-blocking' | 'user-visible' | 'background';
  /** What happens to the next event while an asynchronous handler is busy. Default `queue`. */
  readonly overlap?: Overlap;
  /** Further tries when the handler fails; later events wait meanwhile unless `overlap: 'parallel'`. Default 0. */
  readonly retry?: number | RetryOptions;
  /** Milliseconds that an asynchronous handler may take per try. Default: as long as it likes. */
  readonly timeout?: number;
  /** A breaker or bulkhead that each try goes through. */
  readonly policy?: Policy;
  /** Handles events of the same `idempotencykey` once; a number says how many keys are remembered. Default 1,000. */
  readonly dedupe?: boolean | number;
  /** How many events may wait: for their turn, for a task, a frame or idle time, and behind a busy handler, together. Default 10,000. */
  readonly maxQueue?: number;
  /**
   * What goes past `maxQueue`, decided while `emit` runs: the new event, the one that waits longest, or the newest one of the
   * same key (`retain.by`, else `subject`), whose place the new one takes. Default `dead-letter`.
   */
  readonly overflow?: 'dead-letter' | 'drop-oldest' | 'latest-by-key';
  /** Milliseconds that events may wait before `busbar:lagging` is told. Default 1,000. */
  readonly lagThreshold?: number;
  /** Ends the subscription when it aborts. */
  readonly signal?: AbortSignal;
}

/** What `once` takes. */
export interface OnceOptions<Event extends BusEvent = BusEvent>
  extends Pick<SubscribeOptions<Event>, 'replay' | 'where' | 'delivery' | 'signal'> {
  /** Milliseconds after which the promise rejects with `timed-out`. Default: never. */
  readonly timeout?: number;
}

/** What an emitter can say about an event beside its payload. */
export interface EmitOptions {
  /** The event that this one answers; sets `causationid`, `correlationid`, `hops` and the trace. Default: the event whose handler is running. `false`: none. */
  readonly cause?: BusEvent | false;
  readonly subject?: string;
  readonly correlationid?: string;
  readonly traceparent?: string;
  readonly tracestate?: string;
  /** Two events with the same key are handled once per subscription. Default: the event's id. */
  readonly idempotencykey?: string;
  /** Milliseconds after which nobody is given the event any more. Default: the contract's `ttl`. */
  readonly ttl?: number;
}

/** Who somebody is on the bus, and what they may say and hear. */
export interface ScopeOptions {
  /** The name that events are stamped with. In `scope()` it defaults to the parent's. */
  readonly source?: string;
  /** Patterns of what may be emitted. Default: everything the parent may. */
  readonly publish?: readonly string[];
  /** Patterns of what may be heard. Default: everything the parent may. */
  readonly subscribe?: readonly string[];
}

/** How a bus is made. */
export interface BusOptions extends ScopeOptions {
  readonly source: string;
  /** The hub to join. Default: the page's; where there is no page, a new one for this bus alone. */
  readonly hub?: Hub;
  /** Contracts to make known at once, so that their names work as texts and plain `window` events are heard before anybody subscribes. */
  readonly contracts?: readonly (AnyEventContract | Readonly<Record<string, AnyEventContract>>)[];
  /** Steps of your own on the way of an event, each placed beside a named neighbour. */
  readonly stages?: readonly Stage[];
  /** Told of everything that goes wrong in handlers, stages and casts of this bus. Default: the browser's `reportError`. */
  onError?(error: BusError): void;
  /** Bounds of the hub; they hold if this bus is the one that makes it. */
  readonly limits?: Partial<HubLimits>;
}

/** One micro-frontend's handle to the hub. `createBus` makes it, `scope` makes narrower ones; all have the same surface. */
export interface Bus extends Disposable {
  /** The name that its events are stamped with. */
  readonly source: string;
  /** True once it was disposed. */
  readonly disposed: boolean;
  /** The hub that it joined. */
  readonly hub: Hub;

  /**
   * Publishes an event and returns it; by default no handler runs before this call has returned. One that is over the
   * `rate` of its contract is returned as well, and is a dead letter.
   *
   * @throws BusError `invalid-payload`, `forbidden`, `unknown-contract`, `contract-conflict`, `async-schema`,
   * `disposed`, `too-many-hops`, `invalid-option`, or one of the `payload-…` codes. What is refused is a dead letter, too,
   * except where no contract, no bus or no proper call was there to say so: `invalid-contract`, `unknown-contract`,
   * `contract-conflict`, `disposed`, `invalid-option`.
   */
  emit<Contract extends AnyEventContract>(contract: Contract, data: InputOf<Contract>, options?: EmitOptions): EventOf<Contract>;
  emit<Name extends EventName>(name: Name, data: InputNamed<Name>, options?: EmitOptions): BusEvent<OutputNamed<Name>, Name>;

  /**
   * Calls the handler for each event of a contract, of several, or of all whose names fit a pattern
   * (`cart:*` one segment, `**` the rest). Retained events come first. Returns the function that ends it.
   *
   * @throws BusError `invalid-handler`, `invalid-pattern`, `forbidden`, `disposed`.
   */
  on<Contract extends AnyEventContract>(
    contract: Contract | readonly Contract[],
    handler: Handler<EventOf<Contract>>,
    options?: SubscribeOptions<EventOf<Contract>>,
  ): Subscription;
  on<Name extends keyof DeclaredEvents & string>(
    name: Name,
    handler: Handler<BusEvent<OutputNamed<Name>, Name>>,
    options?: SubscribeOptions<BusEvent<OutputNamed<Name>, Name>>,
  ): Subscription;
  on(nameOrPattern: string, handler: Handler, options?: SubscribeOptions): Subscription;

  /**
   * Resolves with the next event (or a retained one), then listens no more.
   *
   * Rejects with `timed-out`, with `disposed` when the bus goes first, or with the signal's reason.
   */
  once<Contract extends AnyEventContract>(
    contract: Contract,
    options?: OnceOptions<EventOf<Contract>>,
  ): Promise<EventOf<Contract>>;

  /**
   * The newest payload of a contract as a readable value: `undefined` before the first.
   *
   * A contract without `retain` is kept from this call on. `get()` changes with `emit`; observers hear of it in the
   * microtask after. A name stands for the newest contract that is known by then.
   *
   * @throws BusError `unknown-contract`, `forbidden`, `disposed`.
   */
  latest<Contract extends AnyEventContract>(contract: Contract): Readable<OutputOf<Contract> | undefined>;
  latest<Name extends EventName>(name: Name): Readable<OutputNamed<Name> | undefined>;

  /** The events of a contract, of several, or of a pattern as an RxJS Observable; cold, completes when the bus is disposed. */
  events$<Contract extends AnyEventContract>(
    contract: Contract | readonly Contract[],
    options?: SubscribeOptions<EventOf<Contract>>,
  ): Observable<EventOf<Contract>>;
  events$(nameOrPattern: string, options?: SubscribeOptions): Observable<BusEvent>;

  /** Makes a handle that can do no more than this one; disposed with it, or earlier by its own `dispose`. */
  scope(options?: ScopeOptions): Bus;

  /** Ends every subscription, timer, pending retry and scope made from this bus. Later calls throw `disposed`. */
  dispose(): void;

  /** What could not be delivered on this page, whoever emitted it. */
  readonly deadLetters: DeadLetters;
  /** A snapshot of the whole hub: counts, and for each subscription what waits and how long waiting and handling take. */
  metrics(): BusMetrics;
  /** Such snapshots as an RxJS Observable: one at once, then one every so many milliseconds, by default 1,000; cold, completes when the bus is disposed. */
  metrics$(every?: number): Observable<BusMetrics>;
  /** What is defined on this page, by whom, who emits and who listens. */
  contracts(): readonly ContractRecord[];
}
