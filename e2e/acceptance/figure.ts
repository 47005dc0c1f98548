/** One number of a row, beside what it has to be. */
export interface Figure {
  readonly name: string;
  readonly measured: string;
  /** What must hold, in words; empty for a figure that is only told. */
  readonly expected: string;
  readonly holds: boolean;
}

/** A count that has to be met. */
export function exactly(name: string, measured: number, expected: number, unit?: string): Figure {
  return { name, measured: amount(measured, unit), expected: amount(expected, unit), holds: measured === expected };
}

/** A bound from above; no number at all does not hold. */
export function atMost(name: string, measured: number, bound: number, unit?: string): Figure {
  return { name, measured: amount(measured, unit), expected: `≤ ${amount(bound, unit)}`, holds: measured <= bound };
}

/** A bound from below; no number at all does not hold. */
export function atLeast(name: string, measured: number, bound: number, unit?: string): Figure {
  return { name, measured: amount(measured, unit), expected: `≥ ${amount(bound, unit)}`, holds: measured >= bound };
}

/** What is told without a verdict. */
export function told(name: string, measured: number | string, unit?: string): Figure {
  const text = typeof measured === 'string' ? measured : amount(measured, unit);
  return { name, measured: text, expected: '', holds: true };
}

function amount(value: number, unit = ''): string {
  const digits = Math.abs(value) >= 100 ? 0 : Math.abs(value) >= 10 ? 1 : 2;
  return `${value.toLocaleString('en', { maximumFractionDigits: digits })} ${unit}`.trim();
}
