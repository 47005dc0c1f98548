import { expect, test } from 'vitest';
import { mittProfile } from '../contestants/profiles.ts';
import type { StormFigures, StormRun } from './findings.ts';
import { unboundedOff } from './storm-contestants.ts';
import { contestantsIn, ratioIn, spreadIn, weathersIn } from './summary.ts';

const weather = { storm: 'at-once', slowedBy: 1 } as const;
const run = (contestant: string, round: number, total: number, slowedBy = 1): StormRun => ({
  ...weather,
  contestant,
  slowedBy,
  round,
  counts: { handled: 1, declined: 0, dead: 0, deadOfWindow: 0 },
  figures: { total } as StormFigures,
});
const findings = [
  run(mittProfile.name, 0, 10),
  run(unboundedOff, 0, 20),
  run(mittProfile.name, 1, 100),
  run(unboundedOff, 1, 100),
  run(mittProfile.name, 2, 10),
  run(unboundedOff, 2, 50),
];

test('a figure is the median of all rounds', () => {
  expect(spreadIn(findings, weather, unboundedOff, 'total').median).toBe(50);
});

test('a ratio is formed in each round', () => {
  expect(ratioIn(findings, weather, [unboundedOff, mittProfile.name], 'total')).toMatchObject({ median: 2, count: 3 });
});

test('a round in which one of the two was missing is no round', () => {
  expect(() => ratioIn(findings.slice(1), weather, [unboundedOff, mittProfile.name], 'total')).toThrow('not there in round 0');
});

test('what was not measured is not told of', () => {
  expect(weathersIn(findings)).toEqual([weather]);
  expect(contestantsIn(findings, weather).map(({ name }) => name)).toEqual([mittProfile.name, unboundedOff]);
  expect(contestantsIn(findings, { ...weather, slowedBy: 4 })).toEqual([]);
});
