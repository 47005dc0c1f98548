import { BusError } from '@busbar/core';

/** What an option has to be, and how to say so. */
export type OptionRule = readonly [fits: (given: unknown) => boolean, expected: string];

/**
 * Refuses options that would otherwise do nothing in silence: such as do not fit, and such as nobody knows.
 *
 * @throws BusError `invalid-option`.
 */
export function assertOptions(options: object, rules: Readonly<Record<string, OptionRule>>, source: string): void {
  for (const [option, given] of Object.entries(options)) {
    const [fits, expected] = Object.hasOwn(rules, option) ? rules[option]! : [() => false, Object.keys(rules).join(', ')];
    if (given !== undefined && !fits(given)) throw new BusError('invalid-option', { option, given, expected, source });
  }
}

/** For options that somebody else looks at. */
export const anything: OptionRule = [() => true, 'anything'];
/** For options of time. */
export const milliseconds: OptionRule = [(given) => typeof given === 'number' && given >= 0, 'milliseconds from 0 on'];
/** For options that end something. */
export const abortSignal: OptionRule = [(given) => typeof (given as AbortSignal | null)?.aborted === 'boolean', 'an AbortSignal'];

/** For options of which one of a few words is expected. */
export function oneOf(...words: string[]): OptionRule {
  return [(given) => words.includes(given as string), words.join(', ')];
}
