import type { Handler, SubscribeOptions } from '../bus.ts';
import type { BusContext } from '../bus-context.ts';
import type { AnyEventContract } from '../define-event.ts';
import type { BusEvent } from '../event.ts';
import type { SubscriptionRecord } from '../hub/hub.ts';

/** One subscription as the copy of Busbar that made it knows it. */
export interface Listener {
  readonly bus: BusContext;
  readonly record: SubscriptionRecord;
  readonly handler: Handler;
  readonly options: SubscribeOptions;
  /** The contracts that payloads are cast to, by event name; none for patterns. */
  readonly contracts: ReadonlyMap<string, AnyEventContract>;
  readonly counts: { delivered: number; failed: number; retried: number; dead: number; declined: number };
  readonly times: { lag: number; last: number; total: number; measured: number; max: number };
  /** Idempotency keys that were handled. */
  readonly seen: Set<string>;
  /** Takes an event that has come through the stages. */
  accept(event: BusEvent): void;
}
