import type { Handler, SubscribeOptions } from '../bus.ts';
import type { BusContext } from '../bus-context.ts';
import type { AnyEventContract } from '../define-event.ts';
import type { BusEvent } from '../event.ts';
import type { Histogram } from '../hub/histogram.ts';
import type { SubscriptionRecord } from '../hub/hub.ts';

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
  readonly seen: Set<string>;
  /** Of the events that wait, the one that waits longest. */
  oldest(): BusEvent | undefined;
  /** Takes an event that has come through the stages. */
  accept(event: BusEvent): void;
  /** Aborts what runs and forgets what waits. */
  end(): void;
}
