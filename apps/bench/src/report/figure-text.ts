import type { Spread } from '../measure/spread.ts';

/** A figure with as many digits as say something: `1,240`, `36`, `4.2`. */
export function figureText(value: number): string {
  const digits = Math.abs(value) < 10 && !Number.isInteger(value) ? 1 : 0;
  return value.toLocaleString('en-GB', { minimumFractionDigits: digits, maximumFractionDigits: digits });
}

/** The median, and the quartiles in brackets where they differ: `36 (33–41)`. */
export function spreadText({ median, lower, upper }: Spread): string {
  const [low, high] = [figureText(lower), figureText(upper)];
  return low === high ? figureText(median) : `${figureText(median)} (${low}–${high})`;
}

/** How much less something is, in words: `32 % fewer`, `2 % more`, `0 % fewer`. */
export function savingText(saving: number, [less, more]: readonly [string, string] = ['fewer', 'more']): string {
  const percent = Math.round(Math.abs(saving) * 100);
  return `${percent} % ${saving >= 0 ? less : more}`;
}

/** How often, in words: `1 time`, `9 times`. */
export function timesText(count: number): string {
  return count === 1 ? '1 time' : `${count} times`;
}
