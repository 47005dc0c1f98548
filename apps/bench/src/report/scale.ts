/** How values lie along an axis. */
export interface Scale {
  /** Where a value lies, from 0 to 1. */
  place(value: number): number;
  /** The values that are told beside the axis, in order, the ends included. */
  readonly ticks: readonly number[];
}

/** A scale that has room for all values. One that is `log` takes values above 0 only. */
export function scaleFor(kind: 'linear' | 'log', values: readonly number[]): Scale {
  return kind === 'log' ? logScale(values) : linearScale(values);
}

/** From 0, or from below it where there are such values, in steps of 1, 2 or 5 and noughts. */
function linearScale(values: readonly number[]): Scale {
  const [least, most] = [Math.min(0, ...values), Math.max(0, ...values)];
  const step = niceStep((most - least || 1) / 5);
  const [first, last] = [Math.floor(least / step), Math.max(Math.ceil(most / step), Math.floor(least / step) + 1)];
  const ticks = Array.from({ length: last - first + 1 }, (_tick, index) => Number(((first + index) * step).toPrecision(12)));
  return { place: (value) => (value / step - first) / (last - first), ticks };
}

function niceStep(least: number): number {
  const magnitude = 10 ** Math.floor(Math.log10(least));
  return magnitude * [1, 2, 5, 10].find((factor) => factor * magnitude >= least * 0.999)!;
}

/** Powers of ten. */
function logScale(values: readonly number[]): Scale {
  if (values.some((value) => value <= 0)) throw new Error('A logarithmic scale has no place for 0 and what is below.');
  const first = Math.floor(Math.log10(Math.min(...values)));
  const last = Math.max(Math.ceil(Math.log10(Math.max(...values))), first + 1);
  const ticks = Array.from({ length: last - first + 1 }, (_tick, index) => Number(`1e${first + index}`));
  return { place: (value) => (Math.log10(value) - first) / (last - first), ticks };
}
