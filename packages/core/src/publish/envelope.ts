import { BusError } from '../bus-error.ts';
import type { BusEvent } from '../event.ts';
import { isEventName } from '../event-name.ts';
import { memberOf, type Rule } from '../option-rules.ts';

/** What another context says of an event beside its payload. */
export type Envelope = Omit<BusEvent, 'data' | 'sequence' | 'replayed' | 'redriveof'>;

/** Reads each attribute once and checks it; what else there is stays behind. @throws BusError `invalid-event`. */
export function readEnvelope(event: unknown, source: string): Envelope {
  const read: Record<string, unknown> = {};
  for (const [name, [fits, expected]] of Object.entries(rules())) {
    const value = readMember(event, name, source);
    if (!fits(value)) throw new BusError('invalid-event', { source, problem: `its ${name} is not ${expected}` });
    if (value !== undefined) read[name] = value;
  }
  return read as unknown as Envelope;
}

/** What an event of whatever kind has under a name. @throws BusError `invalid-event` where it cannot be read. */
export function readMember(event: unknown, name: string, source: string): unknown {
  try {
    return memberOf(event, name);
  } catch (error) {
    throw new BusError('invalid-event', { source, problem: `its ${name} cannot be read` }, error);
  }
}

function rules(): Record<keyof Envelope, Rule> {
  const text: Rule = [isText, 'a text of 1 to 1,024 characters'];
  const time: Rule = [isTime, 'milliseconds since the Unix epoch'];
  return {
    id: text,
    source: text,
    type: [(given) => isText(given) && isEventName(given), 'an event name'],
    time,
    dataversion: [(given) => isWhole(given) && given !== 0, 'a whole number from 1 on'],
    hops: [isWhole, 'a whole number from 0 on'],
    subject: optional(text),
    causationid: optional(text),
    correlationid: optional(text),
    traceparent: optional(text),
    tracestate: optional(text),
    expirytime: optional(time),
    idempotencykey: optional(text),
  };
}

function optional([fits, expected]: Rule): Rule {
  return [(given) => given === undefined || fits(given), expected];
}

function isText(given: unknown): boolean {
  return typeof given === 'string' && given.length > 0 && given.length <= 1_024;
}

function isWhole(given: unknown): boolean {
  return Number.isSafeInteger(given) && (given as number) >= 0;
}

/** Says whether it is what dates can be made of. */
function isTime(given: unknown): boolean {
  return typeof given === 'number' && Math.abs(given) <= 8.64e15;
}
