import type { Bus, BusEvent } from '@busbar/core';
import { castStored } from './cast-stored.ts';
import type { Projection } from './define-projection.ts';
import { contractFor, foldEvent, frozenInDevelopment } from './fold.ts';
import { FoldedEvents } from './folded-events.ts';
import type { Position, Snapshot } from './projected.ts';

/** A state and the events in it. While a history is read, a second one is made beside the one that people see. */
export class Folding<State> {
  state: State;
  readonly #bus: Bus;
  readonly #projection: Projection<State>;
  readonly #folded: FoldedEvents;

  constructor(bus: Bus, projection: Projection<State>, snapshot?: Snapshot<State>) {
    this.#bus = bus;
    this.#projection = projection;
    this.#folded = new FoldedEvents(bus.hub.prefix, snapshot);
    this.state = frozenInDevelopment(snapshot ? snapshot.state : projection.initial());
  }

  /** Another one that begins with the same state and the same events. */
  copy(): Folding<State> {
    return new Folding(this.#bus, this.#projection, this.snapshot());
  }

  get position(): Position | undefined {
    return this.#folded.position;
  }

  /** Folds a live event unless it is in the state already. @throws what the fold throws. */
  takeLive(event: BusEvent): void {
    if (!this.#folded.passLive(event)) return;
    this.#fold(event);
    this.#folded.addLive(event);
  }

  /** The same for one of the history that the projection has a fold for; answers whether it was folded. */
  takeStored(event: BusEvent): boolean {
    if (!this.#folded.passStored(event)) return false;
    try {
      this.#castAndFold(event);
      this.#folded.addStored(event);
      return true;
    } catch (error) {
      this.#folded.addFailed(event);
      throw error;
    }
  }

  /** The same for one that the hub has kept; answers whether it was folded. */
  takeRetained(event: BusEvent): boolean {
    if (!this.#folded.passLive(event)) return false;
    this.#castAndFold(event);
    this.#folded.addLive(event);
    return true;
  }

  /** Says that all of the history was taken. */
  endHistory(): void {
    this.#folded.endHistory(this.#bus.hub.sequence);
  }

  snapshot(): Snapshot<State> {
    const { state, position } = this;
    const { name, version } = this.#projection;
    return Object.freeze({ name, version, state, ...(position && { position }), keys: this.#folded.keys() });
  }

  #castAndFold(event: BusEvent): void {
    const contract = contractFor(this.#projection, event)!;
    const { hub, source } = this.#bus;
    this.#fold(castStored(event, contract, source, hub.topics.get(event.type)));
  }

  #fold(event: BusEvent): void {
    this.state = foldEvent(this.#projection, this.state, event, this.#bus.source);
  }
}
