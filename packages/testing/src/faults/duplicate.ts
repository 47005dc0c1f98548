import type { Fault } from './fault.ts';

/** Delivers each event so many times more. */
export function duplicate(type: string, times: number): Fault {
  return {
    type,
    carry(event, deliver) {
      const copy = Object.freeze({ ...event, idempotencykey: event.idempotencykey ?? event.id });
      for (let delivery = 0; delivery <= times; delivery++) deliver(copy);
    },
    end() {},
  };
}
