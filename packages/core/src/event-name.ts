import { BusError } from './bus-error.ts';

const segment = /^[A-Za-z0-9][\w.-]*$/;

/** Says whether a text names an event: two or more segments of letters, digits, `_`, `.` and `-`, joined by colons. */
export function isEventName(text: unknown): text is string {
  return typeof text === 'string' && /^[A-Za-z][\w.-]*(?::[A-Za-z0-9][\w.-]*)+$/.test(text);
}

/** Says whether an event is one of the hub's own, which nobody else defines or emits. */
export function isReserved(type: unknown): boolean {
  return typeof type === 'string' && type.startsWith('busbar:');
}

/** Says whether a text is a well-formed pattern: `*` stands for one whole segment, `**` for the rest. */
export function isValidPattern(text: unknown): boolean {
  return (
    typeof text === 'string' &&
    text
      .split(':')
      .every((part, index, { length }) => part === '*' || (part === '**' && index === length - 1) || segment.test(part))
  );
}

/** @throws BusError `invalid-pattern` unless it is one. */
export function assertPattern(pattern: unknown, source: string): void {
  if (!isValidPattern(pattern)) throw new BusError('invalid-pattern', { pattern, source });
}

/** @throws BusError `invalid-event-name` unless it is one. */
export function assertEventName(type: unknown): asserts type is string {
  if (!isEventName(type)) throw new BusError('invalid-event-name', { type });
}

/**
 * Says whether an event's name fits a pattern. Walks both once, so its time is linear in their length. A malformed pattern,
 * which production does not refuse, fits nothing, or else a slip in a permission would allow what nobody meant.
 *
 * Wildcards at the beginning do not cover the hub's own events, as those of MQTT do not cover `$SYS`.
 */
export function matchesPattern(pattern: string, name: string): boolean {
  if (pattern[0] === '*' && isReserved(name)) return false;
  let at = 0;
  for (let index = 0; index < pattern.length; index++) {
    if (pattern[index] !== '*' || (at && name[at - 1] !== ':')) {
      if (pattern[index] !== name[at++]) return false;
    } else if (pattern[index + 1] === '*') {
      return !pattern[index + 2];
    } else {
      while (name[at] && name[at] !== ':') at++;
    }
  }
  return at === name.length;
}
