import { isBusError } from '../bus-error.ts';
import type { BusEvent } from '../event.ts';
import { bury } from '../hub/bury.ts';
import type { DeadLetter } from '../hub/dead-letters.ts';
import type { Listener } from './listener.ts';

/** What the rules of the bus end is no fault in anybody's code: a dead letter says enough. */
const expected = ['event-expired', 'queue-overflow', 'policy-refused'];

/** Makes an event that one subscription missed a dead letter, and reports errors in code that people handed in. */
export function deadLetter(
  { bus, record: { id, source, target }, counts, seen }: Listener,
  event: BusEvent,
  error: unknown,
  told?: Partial<Pick<DeadLetter, 'reason' | 'attempts' | 'firstTime'>>,
): void {
  counts.dead++;
  seen.delete(event.idempotencykey!);
  bury(bus.hub, event, error, { ...told, subscriber: { id, source, target } });
  if (isBusError(error) && !expected.includes(error.code)) bus.report(error);
}
