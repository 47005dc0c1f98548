import type { SubscribeOptions } from '../bus.ts';
import type { BusContext } from '../bus-context.ts';
import type { BusError } from '../bus-error.ts';
import type { AnyEventContract } from '../define-event.ts';
import type { Chain } from '../hub/chain.ts';
import type { DeliveryQueue } from '../hub/delivery-queue.ts';
import type { FanOut } from '../hub/fan-out.ts';
import type { Histogram } from '../hub/histogram.ts';
import type { SubscriptionRecord } from '../hub/hub.ts';
import type { Memory } from '../hub/memory.ts';
import type { Delivery } from './delivery.ts';
import type { KeyIndex } from './key-index.ts';
import type { Lines } from './lines.ts';
import type { ReceptionInProgress } from './reception.ts';

/** One subscription as the copy of Busbar that made it knows it; the hub and other copies know it as a record. */
export interface Listener extends SubscriptionRecord {
  readonly figures: { failed: number; retried: number; dead: number; declined: number };
  readonly bus: BusContext;
  readonly options: SubscribeOptions;
  /** The contracts that payloads are cast to; none for patterns. */
  readonly contracts: readonly AnyEventContract[];
  readonly waitingTime: Histogram;
  readonly handlingTime: Histogram;
  /** Whether `busbar:lagging` was told and `busbar:recovered` was not. */
  lagging: boolean;
  /** Its troubles are not told, since it listens to what is told of troubles. */
  readonly quiet: boolean;
  /** Idempotency keys that were handled. */
  seen: Memory | undefined;
  /** Where its events wait for a task, a frame or idle time, if they do. */
  readonly lane: DeliveryQueue | undefined;
  /** What waits, but for what only the jobs on the hub's queue know of. */
  lines: Lines;
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
  /** Deliveries that are not over. */
  readonly running: Chain<Delivery>;
  /** When what waits behind the handler has to let others have their turn, by the monotonic clock. */
  turnEnds: number | undefined;
  /** Takes an event that has come through the stages. */
  accept(reception: ReceptionInProgress): void;
}
