/** What was noted, and when: `turn` counts everything that happens during a comparison. */
interface Noted<Item> {
  readonly item: Item;
  readonly turn: number;
}

/** The newest things that happened since the last agreement. */
export interface Trace<Item> {
  readonly items: readonly Item[];
  /** How many older ones there was no room for. */
  readonly dropped: number;
  add(item: Item, turn: number): void;
  /** Lets go of everything up to a turn. */
  forget(turn: number): void;
}

export function createTrace<Item>(limit: number): Trace<Item> {
  let noted: Noted<Item>[] = [];
  let dropped = 0;
  return {
    get items() {
      return noted.slice(-limit).map(({ item }) => item);
    },
    get dropped() {
      return dropped + Math.max(0, noted.length - limit);
    },
    add(item, turn) {
      noted.push({ item, turn });
      // Cut seldom, so that what is noted costs the same however many there are.
      if (noted.length < limit * 2) return;
      dropped += noted.length - limit;
      noted = noted.slice(-limit);
    },
    forget(turn) {
      noted = noted.filter((entry) => entry.turn > turn);
      dropped = 0;
    },
  };
}
