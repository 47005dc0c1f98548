import { BusError } from './bus-error.ts';

/** What an option has to be, and how to say so. */
export type Rule = readonly [fits: (given: unknown) => boolean, expected: string];

/** A rule for options of which one of a few words is expected. */
export function oneOf(...allowed: string[]): Rule {
  return [(given) => allowed.includes(given as string), allowed.join(', ')];
}

/** Says whether it is a number from 0 on. */
export function isCount(given: unknown): boolean {
  return typeof given === 'number' && given >= 0;
}

/** Says whether it can be called. */
export function isFunction(given: unknown): boolean {
  return typeof given === 'function';
}

/** Says whether it can have options, events or anything else of its own. */
export function isObject(given: unknown): boolean {
  return Object(given) === given;
}

/** What something of whatever kind has under a name. */
export function memberOf(given: unknown, name: string): unknown {
  return (given as Record<string, unknown> | null | undefined)?.[name];
}

/**
 * Refuses options that would otherwise do nothing in silence.
 *
 * @throws BusError `invalid-option`.
 */
export function assertFit(options: object, rules: Readonly<Record<string, Rule>>, source: string): void {
  for (const [option, [fits, expected]] of Object.entries(rules)) {
    const given = memberOf(options, option);
    if (given !== undefined && !fits(given)) throw new BusError('invalid-option', { option, given, expected, source });
  }
}
