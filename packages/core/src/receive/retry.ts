import type { RetryOptions } from '../bus.ts';

/**
 * Milliseconds until the next try; `undefined` when there is none. Grows by `factor` up to `maxDelay`; `jitter` takes a
 * random share off, so that many subscribers do not come back at the same moment.
 *
 * Throws what `when` throws.
 */
export function retryDelay(retry: number | RetryOptions | undefined, failedAttempt: number, error: unknown): number | undefined {
  if (!retry) return undefined;
  const {
    attempts,
    delay = 100,
    factor = 2,
    maxDelay = 30_000,
    jitter = 0.2,
    when,
  } = typeof retry === 'number' ? { attempts: retry } : (retry as RetryOptions);
  if (failedAttempt > attempts) return undefined;
  if (when && !when(error, failedAttempt)) return undefined;
  const full = Math.min(delay * factor ** (failedAttempt - 1), maxDelay);
  return full * (1 - jitter * Math.random());
}
