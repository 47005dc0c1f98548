import { expect, test } from 'vitest';
import { costOf, ratioOf } from './findings.ts';

const findings = { figures: { slow: [300, 900, 500], quick: [100, 300, 1_000] } };

test('a cost is the median of its rounds, with quartiles', () => {
  expect(costOf(findings, 'slow')).toEqual({ median: 500, lower: 400, upper: 700, count: 3 });
});

test('a ratio is formed within each round before it is summed up', () => {
  expect(ratioOf(findings, 'slow', 'quick')).toMatchObject({ median: 3, lower: 1.75, upper: 3 });
});

test('what was not measured has no cost', () => {
  expect(() => costOf(findings, 'nobody')).toThrow('"nobody" was not measured.');
});
