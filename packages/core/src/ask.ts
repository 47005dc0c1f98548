import { BusError, type BusErrorDetails } from './bus-error.ts';
import { isLate } from './is-thenable.ts';

/**
 * Asks code that people handed in something that has to be answered at once. Where it throws or answers with a promise,
 * `fail` is told, `callback-failed` or `async-callback`, and there is no answer.
 */
export function ask<Answer>(
  told: BusErrorDetails['callback-failed'],
  question: () => Answer,
  fail: (error: BusError) => void,
): Answer | undefined {
  let error: BusError;
  try {
    const answer = question();
    if (!isLate(answer)) return answer;
    error = new BusError('async-callback', told);
  } catch (cause) {
    error = new BusError('callback-failed', told, cause);
  }
  fail(error);
  return undefined;
}
