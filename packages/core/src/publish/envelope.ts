import { BusError } from '../bus-error.ts';
import type { BusEvent } from '../event.ts';
import { isEventName } from '../event-name.ts';

/** What another context says of an event beside its payload. */
export type Envelope = Omit<BusEvent, 'data' | 'sequence' | 'replayed' | 'redriveof'>;

type Rules = Partial<Record<keyof Envelope, (given: unknown) => boolean>>;

const required: Rules = { id: isText, source: isText, type: isType, time: isTime, dataversion: isVersion, hops: isWhole };
const optional: Rules = {
  subject: isText,
  causationid: isText,
  correlationid: isText,
  traceparent: isText,
  tracestate: isText,
  expirytime: isTime,
  idempotencykey: isText,
};

/** Reads each attribute once and checks it; what else there is stays behind. @throws BusError `invalid-event`. */
export function readEnvelope(event: unknown, source: string): Envelope {
  const read: Record<string, unknown> = {};
  for (const [attribute, fits] of Object.entries({ ...required, ...optional })) {
    const value = readAttribute(event, attribute, source);
    if (value === undefined && attribute in optional) continue;
    if (!fits(value)) throw new BusError('invalid-event', { source, attribute });
    read[attribute] = value;
  }
  return read as unknown as Envelope;
}

/** What an event of whatever kind has under a name. @throws BusError `invalid-event` where it cannot be read. */
export function readAttribute(event: unknown, attribute: string, source: string): unknown {
  try {
    return (event as Record<string, unknown>)[attribute];
  } catch (error) {
    throw new BusError('invalid-event', { source, attribute }, error);
  }
}

function isText(given: unknown): boolean {
  return typeof given === 'string' && given.length > 0 && given.length <= 1_024;
}

function isType(given: unknown): boolean {
  return isText(given) && isEventName(given);
}

/** Says whether it is what dates can be made of. */
function isTime(given: unknown): boolean {
  return typeof given === 'number' && Math.abs(given) <= 8.64e15;
}

function isVersion(given: unknown): boolean {
  return isWhole(given) && given !== 0;
}

function isWhole(given: unknown): boolean {
  return Number.isSafeInteger(given) && (given as number) >= 0;
}
