import { expect, test } from 'vitest';
import { costAt, growthOf, placesOf, ratioOf, type ScaleFindings } from './findings.ts';

const findings: ScaleFindings = {
  cells: [
    { line: 'emit-busbar', at: 10, figures: [100, 300, 200] },
    { line: 'emit-busbar', at: 100, figures: [550, 480, 1_100] },
    { line: 'emit-mitt', at: 10, figures: [50, 60, 70] },
  ],
};

test('a place costs the median of its rounds', () => {
  expect(costAt(findings, ['emit-busbar', 10])).toEqual({ median: 200, lower: 150, upper: 250, count: 3 });
});

test('a ratio is formed within each round', () => {
  expect(ratioOf(findings, ['emit-busbar', 10], ['emit-mitt', 10]).median).toBeCloseTo(200 / 70);
});

test('what each further one costs is formed within each round', () => {
  expect(growthOf(findings, 'emit-busbar', 10, 100).median).toBe(5);
});

test('the places of a curve are those that were measured', () => {
  expect(placesOf(findings, 'emit-busbar')).toEqual([10, 100]);
});

test('a place that was not measured has no cost', () => {
  expect(() => costAt(findings, ['emit-mitt', 100])).toThrow('"emit-mitt" was not measured at 100.');
});
