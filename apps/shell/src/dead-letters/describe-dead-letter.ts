import type { DeadLetter } from '@busbar/core';
import { describeSaga } from '../trail/describe-saga.ts';
import { explainError } from './explain-error.ts';

/** Says in a sentence what became of an event that could not be delivered. */
export function describeDeadLetter({ reason, event, subscriber, attempts, error }: DeadLetter): string {
  const why = explainError(error);
  const step = event.type === 'saga:undoFailed' && describeSaga(event.type, event.data);
  if (step) return `Could not be undone: ${step}. Redrive it to try again, or finish it by hand. ${why}`;
  if (!subscriber) return `${event.type} from ${event.source} was refused and reached nobody. ${why}`;
  const times = attempts > 1 ? ` ${attempts} times` : '';
  if (reason === 'failed') return `${subscriber.source} failed${times} to handle ${event.type}; the others got it. ${why}`;
  return `${subscriber.source} missed ${event.type} (${reason}); the others got it. ${why}`;
}
