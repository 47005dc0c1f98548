import { monotonicTime } from './monotonic-time.ts';

/**
 * One immutable event: a payload and the CloudEvents 1.0 context attributes that say where it came from.
 *
 * Attribute names are those of CloudEvents (lower case, extensions included). Times are numbers here, because text
 * costs more than the rest of an emit together; `toCloudEvent` writes the text forms when somebody asks.
 *
 * @see https://github.com/cloudevents/spec/blob/v1.0.2/cloudevents/spec.md
 */
export interface BusEvent<Data = unknown, Type extends string = string> {
  /** Unique among all events of all sources: a random prefix per bus and a counter. */
  readonly id: string;
  /** The micro-frontend that emitted it; stamped from its bus or scope, never taken from the payload. `window` for adopted plain events. */
  readonly source: string;
  /** The contract's name, such as `cart:itemAdded`. */
  readonly type: Type;
  /** When it was emitted, in milliseconds since the Unix epoch. */
  readonly time: number;
  /** Its place in the order of the whole hub: 1 for the first event of the page. */
  readonly sequence: number;
  /** The version of the contract that `data` satisfies. */
  readonly dataversion: number;
  /** The payload as the schema returned it, deeply frozen, never the emitter's own object. */
  readonly data: Data;
  /** What the event is about, such as an order's number. */
  readonly subject?: string;
  /** The id of the event that this one answers. */
  readonly causationid?: string;
  /** The id that all events of one interaction have in common: that of the first cause unless the emitter said otherwise. */
  readonly correlationid?: string;
  /** How many causes lie before it; 0 for an event that nothing caused. */
  readonly hops: number;
  /** W3C trace context, carried from the cause unless the emitter said otherwise. */
  readonly traceparent?: string;
  /** W3C trace state, carried with `traceparent`. */
  readonly tracestate?: string;
  /**
   * After this moment (milliseconds since the Unix epoch) nobody is given the event any more. By a clock that does not
   * jump when somebody sets the computer's.
   */
  readonly expirytime?: number;
  /** Two events with the same key are one to a subscription; absent means the `id`. Events that were adopted have one. */
  readonly idempotencykey?: string;
  /** True on the retained events that a new subscription is given first. */
  readonly replayed?: true;
  /** The id of the dead letter that was redriven into this event. */
  readonly redriveof?: string;
}

/** Says whether an event's time to live has passed. */
export function isExpired({ expirytime }: BusEvent): boolean {
  return expirytime !== undefined && expirytime <= monotonicTime();
}
