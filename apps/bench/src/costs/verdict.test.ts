import { expect, test } from 'vitest';
import type { Run, StudyResult } from './run-studies.ts';
import { exitCodeOf, verdict } from './verdict.ts';

const machine = { hardware: '2 cores', versions: 'Chromium 156', date: '2026-11-23' };

function result(name: string, measured: number): StudyResult {
  const bars = [{ what: `an emit of ${name}`, limit: 1, measured, unit: '×' }];
  return { name, measured: { machine, findings: {} }, report: { bars, charts: [], section: '' } };
}
const held: Run = { results: [result('scale', 0.9)], failures: [] };
const notHeld: Run = { results: [...held.results, result('emit', 1.2)], failures: [] };
const failed: Run = { ...notHeld, failures: [{ name: 'storm', error: new Error('The page has gone.') }] };

test('the exit code is 0 where all is held, 1 below a bar, and 2 where something could not be measured', () => {
  expect([held, notHeld, failed].map(exitCodeOf)).toEqual([0, 1, 2]);
});

test('every bar is told with a mark, and how many are held', () => {
  expect(verdict(notHeld)).toContain('| an emit of scale | 1 × | 0.9 × | ✓ yes |');
  expect(verdict(notHeld)).toContain('| an emit of emit | 1 × | 1.2 × | ✗ **no** |');
  expect(verdict(notHeld)).toMatch(/\n1 of 2 bars are held\.$/);
  expect(verdict(held)).toMatch(/\n1 of 1 bars are held\.$/);
});

test('a study that failed is told by its name', () => {
  expect(verdict(failed)).toMatch(/\nThe study "storm" failed: The page has gone\.$/);
  expect(verdict({ results: [], failures: failed.failures })).toMatch(/^The study "storm" failed/);
});
