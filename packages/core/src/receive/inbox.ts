import type { BusEvent } from '../event.ts';

/** Events that wait, first in first out. */
export interface Inbox {
  readonly depth: number;
  add(event: BusEvent): void;
  take(): BusEvent | undefined;
  /** Puts an event into the place of the first waiting one that the question fits; answers whether there was one. */
  replace(event: BusEvent, fits: (waiting: BusEvent) => boolean): boolean;
  clear(): void;
}

export function createInbox(): Inbox {
  let events: BusEvent[] = [];
  let head = 0;
  return {
    get depth() {
      return events.length - head;
    },
    add(event) {
      events.push(event);
    },
    take() {
      const event = events[head++];
      // Taken ones are let go in one cut: shifting each time would move the whole array.
      if (head > 256 && head * 2 > events.length) [events, head] = [events.slice(head), 0];
      if (event === undefined) [events, head] = [[], 0];
      return event;
    },
    replace(event, fits) {
      const index = events.findIndex((waiting, position) => position >= head && fits(waiting));
      if (index < 0) return false;
      events[index] = event;
      return true;
    },
    clear() {
      [events, head] = [[], 0];
    },
  };
}
