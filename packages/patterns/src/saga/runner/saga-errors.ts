import { isBusError } from '@busbar/core';
import type { SagaError } from '../state/saga-events.ts';
import { toPlain } from './to-plain.ts';

/** What the codes of sagas tell. */
export interface SagaErrorDetails {
  'invalid-saga': { message: string; saga: unknown; problem: string };
  'saga-store-failed': { message: string; saga: string; id?: string; action: 'append' | 'load' };
  'saga-version': { message: string; saga: string; id: string; version: number; expected: number };
  'saga-not-stuck': { message: string; saga: string; id: string; step: string };
  'undo-failed': { message: string; saga: string; id: string; step: string; error: SagaError };
}

declare module '@busbar/core' {
  interface PackageErrorDetails extends SagaErrorDetails {}
}

/** An error as an event can carry it. */
export function toSagaError(error: unknown): SagaError {
  if (!(error instanceof Error) && !isBusError(error)) return { name: 'Error', message: textOf(error) };
  const { name, message, code, details } = error as Error & { readonly code?: unknown; readonly details?: unknown };
  return {
    name: String(name),
    message: String(message),
    ...(typeof code === 'string' && { code }),
    ...(details !== undefined && { details: plainOrText(details) }),
  };
}

/**
 * Whether a try that failed so may have taken effect all the same: nobody answered in time, or the replier went away in
 * the middle.
 */
export function mayBeDone(error: unknown): boolean {
  if (isTimeout(error)) return true;
  const { failure } = (isBusError(error) ? error.details : {}) as { readonly failure?: { readonly code?: unknown } };
  return failure?.code === 'replier-gone';
}

/** Whether somebody was waited for in vain. */
export function isTimeout(error: unknown): boolean {
  return isBusError(error, 'timed-out') || (error instanceof Error && error.name === 'TimeoutError');
}

function plainOrText(details: unknown): unknown {
  try {
    return toPlain(details);
  } catch {
    return textOf(details);
  }
}

function textOf(value: unknown): string {
  try {
    return String(value);
  } catch {
    return typeof value;
  }
}
