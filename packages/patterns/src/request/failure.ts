import { isBusError } from '@busbar/core';

/** What went wrong at a replier, as it crosses to the asker. */
export interface Failure {
  /** The kebab-case `code` of the error that the handler threw; `request-failed` where it had none. */
  readonly code: string;
  readonly message: string;
  /** The `details` of the error, if it had some that are plain data. */
  readonly details?: unknown;
}

/** What a replier is asked to answer with when it goes away before it has. */
export const replierGone: Failure = { code: 'replier-gone', message: 'The replier went away before it had answered.' };

/** Says whether an error is an answer: one with a code that the asker can be told. Others are faults of the handler. */
export function isCoded(error: unknown): error is { readonly code: string; readonly details?: unknown } {
  const code = read(error, 'code');
  return typeof code === 'string' && /^[a-z][a-z\d]*(-[a-z\d]+)*$/.test(code);
}

/** What an asker is told of an error. What the core says about a handler that failed is told by what the handler threw. */
export function failureOf(error: unknown): Failure {
  if (isBusError(error, 'handler-failed')) return failureOf(error.cause);
  const message = textOf(read(error, 'message') ?? error);
  if (!isCoded(error)) return { code: 'request-failed', message };
  const details = plain(read(error, 'details'));
  return { code: error.code, message, ...(details !== undefined && { details }) };
}

/** What an error has under a name; nothing where it cannot be looked at. Handlers may throw anything. */
function read(error: unknown, name: string): unknown {
  try {
    return (error as Record<string, unknown> | null | undefined)?.[name];
  } catch {
    return undefined;
  }
}

function textOf(value: unknown): string {
  try {
    return String(value);
  } catch {
    return typeof value;
  }
}

function plain(details: unknown): unknown {
  try {
    return details === undefined ? undefined : JSON.parse(JSON.stringify(details));
  } catch {
    return undefined;
  }
}
