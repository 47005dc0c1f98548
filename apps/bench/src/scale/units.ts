import type { Spread } from '../measure/spread.ts';
import type { Across } from './lines.ts';

/** What figures are in. */
export type Unit = 'ns' | 'µs';

export const unitOf: Readonly<Record<Across, Unit>> = {
  contracts: 'ns',
  subscribers: 'ns',
  copies: 'ns',
  retained: 'ns',
  churn: 'ns',
  known: 'ns',
  mount: 'µs',
};

const things: Readonly<Record<Across, string>> = {
  contracts: 'contracts',
  subscribers: 'subscribers',
  copies: 'copies',
  retained: 'retained',
  churn: 'subscribers',
  known: 'contracts',
  mount: 'retained',
};

/** So many of what lies along a curve: `1 copy`, `1,000 subscribers`. */
export function thingOf(across: Across, count: number): string {
  const thing = things[across];
  const [one] = thing === 'copies' ? ['copy'] : [thing.replace(/s$/, '')];
  return count === 1 ? `1 ${one}` : `${count.toLocaleString('en-GB')} ${thing}`;
}

/** Nanoseconds in another unit. */
export function inThis(unit: Unit, { median, lower, upper, count }: Spread): Spread {
  const factor = unit === 'µs' ? 1 / 1_000 : 1;
  return { median: median * factor, lower: lower * factor, upper: upper * factor, count };
}
