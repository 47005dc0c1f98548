import type { AnyEventContract, BusEvent, EventName, EventOf } from '@busbar/core';
import type { EventNamed } from '../test-bus.ts';

/** Which events a drop is for. */
export interface DropOptions<Event extends BusEvent = BusEvent> {
  /** How many events are lost. Default: all. */
  readonly next?: number;
  /** Loses only events that it answers `true` for. */
  when?(event: Event): boolean;
}

/**
 * Faults that hit every event of a contract or a name, whichever bus or scope of the hub emits it, from the next one on.
 *
 * They lie between the hub and its subscriptions. The emitter notices nothing; what is retained, `latest` and plain `window`
 * listeners know the event at once; retained events that a new subscription is given first, and redriven ones, come through.
 * Events keep all their attributes, `sequence` and `time` included. Several faults for one event follow each other in the order of
 * injecting. Each call answers the function that ends the fault and delivers what it still holds; disposing of the bus ends all.
 */
export interface Faults {
  /**
   * Delivers each event so many times more, by default once. The copies have an `idempotencykey` (the event's own, else its
   * id), as what bridges bring has, so that subscriptions that `dedupe` handle one.
   */
  duplicate(contract: AnyEventContract | EventName, times?: number): () => void;
  /** Loses events on the way: no handler is called, and there is no dead letter. */
  drop<Contract extends AnyEventContract>(contract: Contract, options?: DropOptions<EventOf<Contract>>): () => void;
  drop<Name extends EventName>(name: Name, options?: DropOptions<EventNamed<Name>>): () => void;
  /** Delivers each event so many milliseconds later, virtual ones in virtual time. */
  delay(contract: AnyEventContract | EventName, milliseconds: number): () => void;
  /** Holds events until so many have come, by default 2, then delivers them newest first. */
  reorder(contract: AnyEventContract | EventName, group?: number): () => void;
}
