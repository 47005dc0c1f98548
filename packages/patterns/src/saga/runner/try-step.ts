import { BusError, isBusError } from '@busbar/core';
import { longestTimer } from '../../longest-timer.ts';

/** What one try of a step has to keep to. */
export interface Try {
  /** `<saga>:<id>:<step>:do` or `:undo`. */
  readonly key: string;
  /** Who runs the saga. */
  readonly source: string;
  /** Milliseconds. */
  readonly timeout: number | undefined;
  /** Ends the try early. */
  readonly signal: AbortSignal;
}

/**
 * Runs one try: rejects with `timed-out` when its time is over, with the signal's reason when that aborts. The try's own
 * signal is aborted in any case at its end, so that nothing which it began goes on.
 *
 * Where its time is over and it says at once that nobody was there to ask, that is how it has failed.
 */
export async function tryStep<Answer>(one: Try, work: (signal: AbortSignal) => Answer): Promise<Awaited<Answer>> {
  const { key, source, timeout: after = Infinity, signal } = one;
  signal.throwIfAborted();
  const ending = new AbortController();
  let timer: ReturnType<typeof setTimeout> | undefined;
  let abort = (): void => {};
  try {
    return await new Promise((resolve, reject) => {
      abort = () => reject(signal.reason);
      signal.addEventListener('abort', abort);
      const timeOut = (): void => {
        ending.abort(new BusError('timed-out', { type: key, source, after }));
        // Who listens to the signal says in this turn how that ended.
        timer = setTimeout(() => reject(ending.signal.reason));
      };
      if (after <= longestTimer) timer = setTimeout(timeOut, after);
      const isOver = (): boolean => ending.signal.aborted;
      new Promise<Answer>((answered) => answered(work(ending.signal))).then(
        (value) => (isOver() ? reject(ending.signal.reason) : resolve(value)),
        (error) => reject(isOver() && !isBusError(error, 'no-replier') ? ending.signal.reason : error),
      );
    });
  } finally {
    clearTimeout(timer);
    signal.removeEventListener('abort', abort);
    ending.abort(signal.reason);
  }
}
