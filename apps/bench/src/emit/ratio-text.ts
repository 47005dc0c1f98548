import type { Spread } from '../measure/spread.ts';

/** How many times as much, with two digits that say something, and the quartiles in brackets where they differ: `0.23 (0.22–0.25)`. */
export function ratioText({ median, lower, upper }: Spread): string {
  const [low, high] = [digits(lower), digits(upper)];
  return low === high ? digits(median) : `${digits(median)} (${low}–${high})`;
}

function digits(ratio: number): string {
  return ratio.toLocaleString('en-GB', { maximumSignificantDigits: 2 });
}
