const digits = new Intl.NumberFormat('en-IE', { maximumSignificantDigits: 2 });

/** The units that people read, from the largest on, in milliseconds. */
const units: readonly (readonly [name: string, length: number])[] = [
  ['min', 60_000],
  ['s', 1_000],
  ['ms', 1],
  ['µs', 0.001],
];

/** Writes milliseconds in two digits and the unit that fits: `340 µs`, `1.2 ms`, `45 s`. Nothing is `–`: it was not measured, or no clock is that fine. */
export function formatDuration(milliseconds: number): string {
  // Rounded first: 999.9 µs are a millisecond.
  const rounded = Number(milliseconds.toPrecision(2));
  const [name, length] = units.find(([, length]) => rounded >= length) ?? ['µs', 0.001];
  return rounded === 0 ? '–' : `${digits.format(rounded / length)}\u00a0${name}`;
}
