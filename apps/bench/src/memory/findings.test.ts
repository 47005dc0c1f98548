import { expect, test } from 'vitest';
import { leftBy, type MemoryFindings, weightOf } from './findings.ts';

const findings: MemoryFindings = {
  weights: [{ kind: 'bus', figures: [700, 900, 800] }],
  curves: [
    {
      run: 'off',
      points: [
        [0, 0],
        [1_000, 5_000],
        [2_000, 80_000],
        [3_000, 4_000],
      ],
    },
  ],
};

test('a kind weighs the median of its rounds', () => {
  expect(weightOf(findings, 'bus')?.median).toBe(800);
});

test('a kind that was not weighed has no weight', () => {
  expect(weightOf(findings, 'scope')).toBeUndefined();
});

test('a long run leaves what the heap has at the end, but for a look that tells something else than those beside it', () => {
  expect(leftBy(findings, 'off')).toEqual({ events: 3_000, bytes: 5_000 });
  expect(() => leftBy(findings, 'control')).toThrow('"control" was not measured.');
});
