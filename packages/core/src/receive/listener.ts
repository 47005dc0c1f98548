import type { Handler, SubscribeOptions } from '../bus.ts';
import type { BusContext } from '../bus-context.ts';
import type { BusError } from '../bus-error.ts';
import type { AnyEventContract } from '../define-event.ts';
import type { DeliveryQueue } from '../hub/delivery-queue.ts';
import type { FanOut } from '../hub/fan-out.ts';
import type { Fifo } from '../hub/fifo.ts';
import type { Histogram } from '../hub/histogram.ts';
import type { SubscriptionRecord } from '../hub/hub.ts';
import type { Memory } from '../hub/memory.ts';
import type { KeyIndex } from './key-index.ts';
import type { ReceptionInProgress } from './reception.ts';

/** One subscription as the copy of Busbar that made it knows it; the hub and other copies know it as a record. */
export interface Listener extends SubscriptionRecord {
  readonly bus: BusContext;
  readonly handler: Handler;
  readonly options: SubscribeOptions;
  /** The contracts that payloads are cast to, by event name; none for patterns. */
  readonly contracts: ReadonlyMap<string, AnyEventContract>;
  readonly figures: { delivered: number; failed: number; retried: number; dead: number; declined: number };
  readonly waitingTime: Histogram;
  readonly handlingTime: Histogram;
  /** Whether `busbar:lagging` was told and `busbar:recovered` was not. */
  lagging: boolean;
  /** Its troubles are not told, since it listens to what is told of troubles. */
  readonly quiet: boolean;
  /** Idempotency keys that were handled. */
  readonly seen: Memory;
  /** Where its events wait for a task, a frame or idle time, if they do. */
  readonly lane: DeliveryQueue | undefined;
  /** What waits, the oldest first, apart from what only the jobs on the hub's queue know of. */
  readonly lines: {
    /** Behind a busy handler. */
    readonly handler: Fifo<ReceptionInProgress>;
    /** For a task, a frame or idle time. */
    readonly lane: Fifo<ReceptionInProgress>;
    /** On the hub's queue, from when there was no room for another until all of it has been given. */
    readonly queue: Fifo<ReceptionInProgress>;
  };
  /** The same by key, where `overflow` goes by it. */
  readonly byKey: KeyIndex | undefined;
  room: number;
  after: number;
  /** How many of those that are `queued` are looked at by its stages now. */
  inHand: number;
  /** Why the last event was refused. */
  refusal: BusError<'queue-overflow'> | undefined;
  /** Of what waits on the hub's queue the oldest, as far as anybody has asked. */
  front: FanOut | undefined;
  /** How many deliveries are not over. */
  running(): number;
  /** Takes an event that has come through the stages. */
  accept(reception: ReceptionInProgress): void;
  /** Aborts what runs and forgets what waits. */
  end(): void;
}
