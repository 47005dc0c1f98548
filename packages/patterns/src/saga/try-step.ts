import { BusError } from '@busbar/core';

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
 */
export async function tryStep<Answer>(one: Try, work: (signal: AbortSignal) => Answer): Promise<Awaited<Answer>> {
  const { key, source, timeout: after, signal } = one;
  signal.throwIfAborted();
  const ending = new AbortController();
  const ends: (() => void)[] = [];
  const ended = new Promise<never>((_, reject) => {
    const end = (reason: unknown): void => {
      ending.abort(reason);
      reject(reason);
    };
    const abort = (): void => end(signal.reason);
    signal.addEventListener('abort', abort);
    ends.push(() => signal.removeEventListener('abort', abort));
    if (after === undefined || after >= 2 ** 31) return;
    const timer = setTimeout(() => end(new BusError('timed-out', { type: key, source, after })), after);
    ends.push(() => clearTimeout(timer));
  });
  try {
    const answer = new Promise<Answer>((resolve) => resolve(work(ending.signal)));
    return await Promise.race([ended, answer]);
  } finally {
    for (const end of ends) end();
    ending.abort();
  }
}
