import type { Strictness } from './strictness.ts';

/** What is checked after each test, until its bus is gone. */
const watched = new Set<{ readonly strictness: Strictness; isDisposed(): boolean }>();

/** Has a bus checked after each test, where the runner can be told to. */
export function checkAfterEach(strictness: Strictness, isDisposed: () => boolean): void {
  watched.add({ strictness, isDisposed });
}

/**
 * Checks all strict buses, and forgets those that were disposed: for a hook of your own, where a runner keeps modules from
 * one test file to the next and so registers the hook of this package but once.
 *
 * @throws Error that tells what nobody expected.
 * @example
 * // A setup file of Vitest that runs with `isolate: false`.
 * afterEach(verifyStrictBuses);
 */
export function verifyStrictBuses(): void {
  const complaints: string[] = [];
  for (const one of [...watched]) {
    complaints.push(...one.strictness.takeComplaints());
    if (one.isDisposed()) watched.delete(one);
  }
  complain(complaints);
}

/** @throws Error if there is anything to complain about. */
export function complain(complaints: readonly string[]): void {
  if (complaints.length > 0) throw new Error(['Strict test bus:', ...complaints].join('\n- '));
}

const { afterEach } = globalThis as { afterEach?: (run: () => void) => void };
try {
  afterEach?.(verifyStrictBuses);
} catch {
  // Runners take no hooks from a module that a test imports while it runs.
}
