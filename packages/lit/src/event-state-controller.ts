import type { AnyEventContract, OutputOf } from '@busbar/core';
import type { BusHost } from './bus-host.ts';
import type { BusControllerOptions } from './follow-bus.ts';
import { type MaybeGetter, read } from './maybe-getter.ts';
import { type Look, ValueController } from './value-controller.ts';

/** What `EventStateController` takes. */
export interface EventStateControllerOptions<Value, Selection = Value> extends BusControllerOptions {
  /** Picks from the payload. Default: all of it. */
  readonly select?: (value: Value) => Selection;
  /** Answers whether two selections are the same to the host. Default `Object.is`. */
  readonly compare?: (previous: Selection, next: Selection) => boolean;
}

/**
 * Has the newest payload of a contract as its `value`, and its host update when that changes.
 *
 * Before the first event it is `initial`, else `undefined`. With `select` it is what that makes of the payload, and the host
 * updates only when `compare` finds the next selection different. Nothing emitted before the host was connected is missed.
 * What `select` throws after an event goes to the bus, and to who reads the value. Without a connection, as on a server, it
 * is what the given bus holds. A host that hydrates what a server rendered begins with `initial`: give it what that was.
 *
 * @example
 * class Badge extends LitElement {
 *   #count = new EventStateController(this, cart.changed, { select: (state) => state?.lines.length ?? 0 });
 *   render() {
 *     return html`<output>${this.#count.value}</output>`;
 *   }
 * }
 */
export class EventStateController<
  Contract extends AnyEventContract,
  Initial extends OutputOf<Contract> | undefined = undefined,
  Selection = OutputOf<Contract> | Initial,
> extends ValueController<Selection> {
  constructor(
    host: BusHost,
    contract: MaybeGetter<Contract>,
    options: MaybeGetter<
      EventStateControllerOptions<OutputOf<Contract> | NoInfer<Initial>, Selection> &
        // Were it but optional, one that may be undefined would not be seen in the value.
        ({ /** The value until the first event. */ readonly initial: Initial } | { readonly initial?: undefined })
    > = {},
  ) {
    super(
      host,
      () => read(options) as Look,
      () => read(contract),
      (bus, contract) => bus.latest(contract),
    );
  }
}
