import * as fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import { Histogram } from './histogram.ts';

/** From a microsecond to three hours, all magnitudes alike. */
const duration = fc.double({ min: Math.log(0.001), max: Math.log(10_800_000), noNaN: true }).map(Math.exp);

function histogramOf(durations: readonly number[]): Histogram {
  const histogram = new Histogram();
  for (const each of durations) histogram.add(each);
  return histogram;
}

/** The smallest of the durations that so large a share of all is not longer than. */
function exactPercentile(durations: readonly number[], share: number): number {
  return durations.toSorted((one, other) => one - other)[Math.ceil(share * durations.length) - 1]!;
}

describe('a histogram', () => {
  it('tells each percentile within ten percent of the true one', () => {
    fc.assert(
      fc.property(fc.array(duration, { minLength: 1, maxLength: 300 }), (durations) => {
        const { p50, p95, p99 } = histogramOf(durations).durations();
        for (const [told, share] of [
          [p50, 0.5],
          [p95, 0.95],
          [p99, 0.99],
        ] as const) {
          const exact = exactPercentile(durations, share);
          expect(Math.abs(told - exact) / exact, `${told} for ${exact}`).toBeLessThan(0.1);
        }
      }),
      { numRuns: 1_000 },
    );
  });

  it('tells the last one, the mean and the longest exactly', () => {
    fc.assert(
      fc.property(fc.array(duration, { minLength: 1, maxLength: 100 }), (durations) => {
        const { last, mean, max } = histogramOf(durations).durations();
        expect(last).toBe(durations.at(-1));
        expect(max).toBe(Math.max(...durations));
        const exact = durations.reduce((sum, each) => sum + each, 0) / durations.length;
        expect(Math.abs(mean - exact) / exact).toBeLessThan(1e-9);
      }),
    );
  });

  it('tells no percentile that is longer than the longest', () => {
    const { p50, p99, max } = histogramOf([0.91, 0.91]).durations();
    expect([p50, p99, max]).toEqual([0.91, 0.91, 0.91]);
  });

  it('tells percentiles in order', () => {
    fc.assert(
      fc.property(fc.array(fc.double({ min: 0, max: 1e9, noNaN: true })), (durations) => {
        const { p50, p95, p99, max } = histogramOf(durations).durations();
        expect([p50, p95, p99, max]).toEqual([p50, p95, p99, max].toSorted((one, other) => one - other));
      }),
    );
  });

  it('counts what takes no microsecond as nothing, and what takes days as the longest that it tells apart', () => {
    expect(histogramOf([0, 0.0004]).durations()).toMatchObject({ p50: 0, p99: 0 });
    const days = 864_000_000;
    const { p50, max } = histogramOf([days]).durations();
    expect(max).toBe(days);
    expect(p50).toBeGreaterThan(10_000_000);
  });

  it('is all zeros before anything was counted', () => {
    expect(new Histogram().durations()).toEqual({ last: 0, mean: 0, max: 0, p50: 0, p95: 0, p99: 0 });
  });
});
