import { BusError, type BusErrorCode, isBusError } from '../bus-error.ts';
import type { BusEvent } from '../event.ts';
import { bury } from '../hub/bury.ts';
import type { DeadLetterReason } from '../hub/dead-letters.ts';
import type { Listener } from './listener.ts';

const reasons: Partial<Record<BusErrorCode, DeadLetterReason>> = {
  'cast-failed': 'incompatible',
  'event-expired': 'expired',
  'queue-overflow': 'overflow',
  'policy-refused': 'refused',
  'stage-failed': 'rejected',
};

/** What the rules of the bus end is no fault in anybody's code: a dead letter says enough. */
const expected: readonly DeadLetterReason[] = ['expired', 'overflow', 'refused'];

/** Makes an event that one subscription missed a dead letter, and reports errors in code that people handed in. */
export function deadLetter(listener: Listener, event: BusEvent, cause: unknown, attempts: number, firstTime?: number): void {
  const { bus, record, counts, seen } = listener;
  const { id, source, target } = record;
  counts.dead++;
  if (event.idempotencykey !== undefined) seen.delete(event.idempotencykey);
  const dropped = typeof cause === 'object' && cause !== null && 'dropped' in cause;
  const error = dropped ? cause.dropped : toBusError(listener, event, cause, attempts);
  const reason = dropped ? 'dropped' : isBusError(error) ? (reasons[error.code] ?? 'failed') : 'rejected';
  bury(bus.hub, { reason, event, subscriber: { id, source, target }, attempts, error, firstTime });
  if (isBusError(error) && !expected.includes(reason)) bus.report(error);
}

/** Errors of handlers are wrapped, so that whoever reads them knows the event and the subscriber. */
function toBusError(
  { record: { source } }: Listener,
  { type, id, source: emitter }: BusEvent,
  error: unknown,
  attempts: number,
): unknown {
  if (attempts === 0 || isBusError(error, 'policy-refused') || isBusError(error, 'event-expired')) return error;
  return new BusError('handler-failed', { type, id, emitter, source, attempts }, error);
}
