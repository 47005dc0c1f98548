import { type BusErrorCode, isBusError } from '../bus-error.ts';
import type { DeadLetter, DeadLetterReason } from './dead-letters.ts';
import type { Hub } from './hub.ts';
import { addLetter, settleLetter, takeLetter } from './letters.ts';
import { reportToPage } from './report.ts';

/** The reasons that codes tell. What else ends an event on its way is about its payload. */
export const reasons: Partial<Record<BusErrorCode, DeadLetterReason>> = {
  forbidden: 'forbidden',
  'too-many-hops': 'too-many-hops',
  'rate-exceeded': 'rate-exceeded',
  'cast-failed': 'incompatible',
  'event-expired': 'expired',
  'handler-failed': 'failed',
  'callback-failed': 'failed',
  'async-callback': 'failed',
  'policy-refused': 'refused',
  'queue-overflow': 'overflow',
  'stage-failed': 'rejected',
};

/** Keeps what could not be delivered, lets go of the oldest letter past the bound, and tells those who watch. */
export function bury(hub: Hub, event: DeadLetter['event'], error: unknown, told: Partial<DeadLetter> = {}): void {
  const lastTime = Date.now();
  // What is spread comes first: engines copy it at once then, and in a storm there are many letters.
  const letter: DeadLetter = Object.freeze({
    ...told,
    id: `${hub.prefix}dead-${++hub.counts.deadLetters}`,
    reason: told.reason ?? (isBusError(error) ? (reasons[error.code] ?? 'invalid') : 'rejected'),
    event,
    error,
    attempts: told.attempts ?? 0,
    firstTime: told.firstTime ?? lastTime,
    lastTime,
  });
  // What fails again has one letter still.
  if (event.redriveof) takeLetter(hub, event.redriveof);
  addLetter(hub, letter);
  settleLetter(hub, event);
  for (const observer of [...hub.letterObservers]) {
    try {
      observer(letter);
    } catch (failure) {
      reportToPage(failure);
    }
  }
}
