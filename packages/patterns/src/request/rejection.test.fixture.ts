import { expect } from 'vitest';

/** What a promise rejects with. */
export function rejection(promise: Promise<unknown>) {
  return promise.then(
    () => expect.unreachable('It has resolved.'),
    (error: unknown) => error as Error & { readonly code: string; readonly details: Record<string, unknown> },
  );
}
