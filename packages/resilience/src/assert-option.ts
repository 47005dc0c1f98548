import { BusError } from '@busbar/core';

/** @throws BusError `invalid-option` where an option does not fit. */
export function assertOption(fits: boolean, source: string, option: string, given: unknown, expected: string): void {
  if (!fits) throw new BusError('invalid-option', { option, given, expected, source });
}

export function isWholeNumber(given: unknown, from: number): boolean {
  return Number.isSafeInteger(given) && (given as number) >= from;
}
