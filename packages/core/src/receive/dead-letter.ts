import { isBusError } from '../bus-error.ts';
import type { BusEvent } from '../event.ts';
import { bury } from '../hub/bury.ts';
import type { DeadLetter } from '../hub/dead-letters.ts';
import { settleLetter } from '../hub/letters.ts';
import type { Listener } from './listener.ts';
import { subscriberOf } from './subscriber-of.ts';

/** Says whether the rules of the bus ended an event: no fault in anybody's code, a dead letter says enough. */
export function isByRule(error: unknown): boolean {
  return isBusError(error) && ['event-expired', 'queue-overflow', 'policy-refused'].includes(error.code);
}

/** Makes an event that one subscription missed a dead letter, and reports errors in code that people handed in. */
export function deadLetter(listener: Listener, event: BusEvent, error: unknown, told?: Partial<DeadLetter>): void {
  const { bus, figures, seen } = listener;
  figures.dead++;
  seen?.delete(event.idempotencykey!);
  bury(bus.hub, event, error, { ...told, subscriber: subscriberOf(listener) });
  if (isBusError(error) && !isByRule(error)) bus.report(error);
}

/** Counts an event that the subscription let go unhandled, as it asked to. Another one of the same key is welcome. */
export function decline(listener: Listener, event: BusEvent): void {
  countDeclined(listener, event);
  listener.seen?.delete(event.idempotencykey!);
}

/** Counts an event that the subscription did not want. */
export function countDeclined(listener: Listener, event: BusEvent): void {
  listener.figures.declined++;
  settleLetter(listener.bus.hub, event);
}
