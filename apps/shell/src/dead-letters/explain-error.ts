import { isBusError } from '@busbar/core';

/** What an error means, in as few words as it allows: where a payload breaks its contract, or what a handler threw. */
export function explainError(error: unknown): string {
  if (isBusError(error, 'invalid-payload')) {
    return error.details.issues.map(({ path, message }) => `${path || 'payload'}: ${message}`).join('; ');
  }
  if (isBusError(error) && error.cause !== undefined) return explainError(error.cause);
  return error instanceof Error ? error.message : String(error);
}
