import type { RetryOptions } from '@busbar/core';

/**
 * Milliseconds before the next try after so many that have failed; undefined where there is none. Counts as the retries of
 * subscriptions do.
 */
export function retryDelay(retry: number | RetryOptions, error: unknown, failures: number): number | undefined {
  const {
    attempts,
    delay = 100,
    factor = 2,
    maxDelay = 30_000,
    jitter = 0.2,
    when = () => true,
  } = typeof retry === 'object' ? retry : { attempts: retry };
  if (failures > attempts || !when(error, failures)) return undefined;
  return Math.min(delay * factor ** (failures - 1), maxDelay) * (1 - jitter * Math.random());
}
