import type { BusEvent, Hub } from '@busbar/core';
import type { Fault } from './faults/fault.ts';

type Deliver = (event: BusEvent) => void;

const wires = new WeakMap<Hub, Wire>();

/** What all test buses of one hub have in common: its events, and the faults that these meet on their way. */
export class Wire {
  /** In the order of emitting. */
  readonly events: BusEvent[] = [];
  readonly faults = new Set<Fault>();
  /** Told of each event after it was sent on its way. */
  readonly observers = new Set<(event: BusEvent) => void>();
  /** Asked before each event; may throw at who emits it. */
  guard: (() => void) | undefined;
  readonly #hub: Hub;
  readonly #former: Hub['carry'];
  #isPublishing = false;
  #users = 0;

  private constructor(hub: Hub) {
    this.#hub = hub;
    this.#former = hub.carry;
  }

  /** The wire of a hub that has test buses, or had some last. */
  static of(hub: Hub): Wire | undefined {
    return wires.get(hub);
  }

  /** The same, which is put up for the first test bus and taken down with the last. */
  static join(hub: Hub): Wire {
    const known = wires.get(hub);
    const wire = known && known.#users > 0 ? known : new Wire(hub);
    wires.set(hub, wire);
    if (wire.#users++ === 0) hub.carry = wire.#carry;
    return wire;
  }

  leave(): void {
    if (--this.#users > 0) return;
    // Somebody else's may lie over it, and call it still.
    if (this.#hub.carry === this.#carry) this.#hub.carry = this.#former;
  }

  readonly #carry = (event: BusEvent, deliver: Deliver): void => {
    const former = this.#former;
    const last: Deliver = (carried) => (former ? former(carried, deliver) : deliver(carried));
    if (this.#users === 0) return last(event);
    this.guard?.();
    this.events.push(event);
    const outer = this.#isPublishing;
    this.#isPublishing = true;
    try {
      const faults = [...this.faults].filter(({ type }) => type === event.type);
      this.#pass(event, faults, last);
    } finally {
      this.#isPublishing = outer;
    }
    for (const observer of [...this.observers]) observer(event);
  };

  #pass(event: BusEvent, [fault, ...rest]: readonly Fault[], deliver: Deliver): void {
    if (fault) return fault.carry(event, (carried) => this.#pass(carried, rest, deliver));
    deliver(event);
    // While it is published, `emit` does that itself at its end.
    if (!this.#isPublishing) this.#hub.synchronous.drain();
  }
}
