import type { RecordedError } from './recorded.ts';

/** How many causes are followed. */
const depth = 5;

/** What an error says, for those who cannot have the error itself. Anything can be thrown. */
export function recordedError(error: unknown, left: number = depth): RecordedError {
  try {
    const { name = 'Error', message = String(error), code, details, cause } = Object(error) as Record<string, unknown>;
    return {
      name: String(name),
      message: String(message),
      ...(typeof code === 'string' && { code }),
      ...asJson(details),
      ...(cause !== undefined && left > 0 && { cause: recordedError(cause, left - 1) }),
    };
  } catch {
    return { name: 'Error', message: 'an error that cannot be read' };
  }
}

/** Nothing where JSON cannot say it. */
function asJson(details: unknown): { details?: unknown } {
  try {
    const text = JSON.stringify(details, (_key, inner) => (typeof inner === 'bigint' ? String(inner) : inner));
    return text === undefined ? {} : { details: JSON.parse(text) };
  } catch {
    return {};
  }
}
