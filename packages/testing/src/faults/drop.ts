import type { Fault } from './fault.ts';
import type { DropOptions } from './faults.ts';

/** Loses events. */
export function drop(type: string, { next = Infinity, when = () => true }: DropOptions): Fault {
  let left = next;
  return {
    type,
    carry(event, deliver) {
      if (left > 0 && when(event)) left--;
      else deliver(event);
    },
    end() {},
  };
}
