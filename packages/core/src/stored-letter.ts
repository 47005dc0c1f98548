import type { BusContext } from './bus-context.ts';
import { busErrorBrand, isBusError } from './bus-error.ts';
import { quoted } from './error-message.ts';
import type { StoredDeadLetter, StoredError } from './hub/dead-letter-store.ts';
import type { DeadLetter } from './hub/dead-letters.ts';
import { copyPayload } from './parse-payload.ts';

/** How many causes of an error are stored; they may go round. */
const causes = 8;

/** A letter as plain data. */
export function toStored(letter: DeadLetter): StoredDeadLetter {
  return { ...letter, error: storedError(letter.error, causes) };
}

/**
 * The letter that was stored: frozen, shared with nobody, its errors errors again.
 *
 * @throws what copying refuses, or a TypeError for what is no letter.
 */
export function fromStored(stored: StoredDeadLetter, { source, hub }: BusContext): DeadLetter {
  const { limits } = hub;
  // A payload may be as deep as an emitted one, and so may the errors around their details.
  const bounds = { ...limits, depth: limits.depth + 2 * causes };
  const letter = copyPayload(stored, 'dead letter', source, bounds) as StoredDeadLetter;
  const { id, reason, event } = letter;
  const isLetter = [id, reason, event.id, event.source, event.type].every((text) => typeof text === 'string');
  if (!isLetter) throw new TypeError(`No letter: ${quoted(id)}`);
  return Object.freeze({ ...letter, error: restoredError(letter.error) });
}

function storedError(error: unknown, depth: number): unknown {
  try {
    const { name, message, stack, code, cause } = (error ?? {}) as Partial<StoredError>;
    if (typeof message !== 'string') return isPrimitive(error) ? error : quoted(error);
    return {
      name: String(name),
      message,
      ...(typeof stack === 'string' && { stack }),
      ...(['string', 'number'].includes(typeof code) && { code }),
      ...(isBusError(error) && { details: error.details }),
      ...(cause !== undefined && depth > 0 && { cause: storedError(cause, depth - 1) }),
    };
  } catch {
    // Values that throw when they are looked at, such as revoked proxies.
    return quoted(error);
  }
}

function restoredError(stored: unknown): unknown {
  if (typeof stored !== 'object' || !stored) return stored;
  const { name, message, stack, cause, ...told } = stored as StoredError;
  const error = new Error(message, cause === undefined ? undefined : { cause: restoredError(cause) });
  Object.defineProperties(error, {
    name: { value: name },
    stack: { value: stack },
    [busErrorBrand]: { value: name === 'BusError' },
  });
  return Object.assign(error, told);
}

/** Whether structured clones take it as it is. */
function isPrimitive(value: unknown): boolean {
  return value === null || !['object', 'function', 'symbol'].includes(typeof value);
}
