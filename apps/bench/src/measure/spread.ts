/** What several measurements of one thing come to. The quartiles are those between which the middle half lies. */
export interface Spread {
  readonly median: number;
  readonly lower: number;
  readonly upper: number;
  readonly count: number;
}

/** Sums up measurements, of which there has to be one at least. */
export function spreadOf(values: readonly number[]): Spread {
  if (values.length === 0) throw new Error('There is nothing to sum up.');
  const sorted = [...values].sort((one, other) => one - other);
  return { median: quantile(sorted, 0.5), lower: quantile(sorted, 0.25), upper: quantile(sorted, 0.75), count: sorted.length };
}

function quantile(sorted: readonly number[], share: number): number {
  const place = (sorted.length - 1) * share;
  const before = sorted[Math.floor(place)]!;
  const after = sorted[Math.ceil(place)]!;
  return before + (after - before) * (place - Math.floor(place));
}
