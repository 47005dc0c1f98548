import { type Bus, type BusEvent, type DeadLetter, deadLetter, type Subscriber } from '@busbar/core';

/** The letters of one subscription. Those of earlier pages say ids of subscriptions that are somebody else's by now. */
export function isLetterOf({ hub }: Bus, { id }: Subscriber): (letter: DeadLetter) => boolean {
  return (letter) => letter.subscriber?.id === id && letter.id.startsWith(hub.prefix);
}

/** What becomes of dead letters while a history is read: one for each event that cannot be folded, none for what can be after all. */
export class OwnLetters {
  readonly #bus: Bus;
  readonly #subscriber: Subscriber;
  readonly #isOwn: (letter: DeadLetter) => boolean;
  readonly #known: Set<string>;
  readonly #mended = new Set<string>();

  constructor(bus: Bus, subscriber: Subscriber) {
    this.#bus = bus;
    this.#subscriber = subscriber;
    this.#isOwn = isLetterOf(bus, subscriber);
    this.#known = new Set(bus.deadLetters.list(this.#isOwn).map(({ event }) => event.id));
  }

  /** Lets an event be taken; `take` answers whether it was folded. */
  attempt(take: (event: BusEvent) => boolean, event: BusEvent): void {
    const isDead = this.#known.has(event.id);
    try {
      if (take(event) && isDead) this.#mended.add(event.id);
    } catch (error) {
      if (!isDead) deadLetter(this.#bus, event, error, this.#subscriber);
    }
  }

  /** Throws away the letters of events that are in the state now. */
  discardMended(): void {
    const mended = this.#mended;
    if (mended.size > 0) this.#bus.deadLetters.discard((letter) => this.#isOwn(letter) && mended.has(letter.event.id));
  }
}
