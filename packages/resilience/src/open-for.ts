import type { IBackoff } from 'cockatiel';

/**
 * How long a breaker stays open. cockatiel reads the wall clock and asks for `duration` at each try; what it is told comes
 * from a clock that nobody can set, so that a corrected wall clock neither closes a breaker nor keeps it open.
 */
export function openFor(milliseconds: number): { next(): IBackoff<unknown> } {
  function next(): IBackoff<unknown> {
    const over = performance.now() + milliseconds;
    return {
      get duration() {
        return performance.now() < over ? Number.POSITIVE_INFINITY : Number.NEGATIVE_INFINITY;
      },
      next,
    };
  }
  return { next };
}
