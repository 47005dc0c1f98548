import type { AnyEventContract, BusEvent, DeclaredEvents, EventOf, Handler, SubscribeOptions } from '@busbar/core';
import type { BusHost } from './bus-host.ts';
import { type BusControllerOptions, followBus } from './follow-bus.ts';
import { type MaybeGetter, read } from './maybe-getter.ts';

/** What `bus.on` takes, `enabled` and `bus`. */
export interface EventControllerOptions<Event extends BusEvent = BusEvent> extends SubscribeOptions<Event>, BusControllerOptions {
  /** `false` ends the subscription until it is `true` again. Default `true`. */
  readonly enabled?: boolean;
}

type Target = AnyEventContract | readonly AnyEventContract[] | string;

/** The events of what somebody listens to. */
type Heard<Asked> = Asked extends readonly (infer Contract)[]
  ? EventOf<Contract>
  : Asked extends AnyEventContract
    ? EventOf<Asked>
    : Asked extends keyof DeclaredEvents
      ? EventOf<DeclaredEvents[Asked]>
      : BusEvent;

/**
 * Calls the handler for each event of a contract, of several, or of all whose names fit a pattern, while the host is
 * connected.
 *
 * Before each update of the host it looks whether there is something else to listen to: it begins anew when the bus, the
 * contracts, `enabled`, or a plain option (`delivery`, `overlap`, `retry`, `timeout`, …) has another value; events that wait
 * for the old subscription are then not handled, and retained events come again. `where` is always the newest; `replay`,
 * `policy` and `signal` are read when it begins. It survives that the host is moved in the document. What the handler throws
 * goes to the bus (retries, dead letters).
 *
 * @example
 * class Toast extends LitElement {
 *   #added = new EventController(this, cart.itemAdded, ({ data }) => this.show(`${data.sku} added`));
 *   #visits = new EventController(this, 'checkout:*', ({ type }) => track(type), () => ({ enabled: this.consent }));
 * }
 */
export class EventController<const Asked extends Target> {
  constructor(
    host: BusHost,
    target: MaybeGetter<Asked>,
    handler: Handler<Heard<Asked>>,
    options: MaybeGetter<EventControllerOptions<Heard<Asked>>> = {},
  ) {
    const now = (): EventControllerOptions => read(options) as EventControllerOptions;
    followBus(
      host,
      now,
      () => JSON.stringify([read(target), now()], meant),
      (bus) => {
        const { enabled = true, bus: _given, ...plain } = now();
        const where = (event: BusEvent): boolean => host.isConnected && (now().where?.(event) ?? true);
        if (enabled) return bus.on(read(target) as AnyEventContract, handler as Handler, { ...plain, where });
      },
    );
  }
}

/** Gives the same text for what would make the same subscription, however often it is written anew. */
function meant(key: string, value: Partial<AnyEventContract> | undefined): unknown {
  if (!/bus|replay|policy|signal/.test(key)) return value?.type ? [value.type, value.version] : value;
}
