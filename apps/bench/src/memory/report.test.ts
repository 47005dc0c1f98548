import { expect, test } from 'vitest';
import type { MemoryFindings } from './findings.ts';
import { kinds } from './kinds.ts';
import { memoryReport } from './report.ts';

const findings: MemoryFindings = {
  weights: kinds.map(({ id }, index) => ({ kind: id, figures: [100 + index, 100 + index] })),
  curves: (['off', 'mirrored', 'control'] as const).map((run, index) => ({
    run,
    points: [
      [0, 0],
      [500_000, 2_500 * (index + 1)],
      [1_000_000, 2_500 * (index + 1)],
    ],
  })),
};

test('everything that was weighed is in a table, and contestants are in a chart', () => {
  const { section, charts } = memoryReport(findings);
  for (const [index, { title }] of kinds.entries()) expect(section).toContain(`| ${title} | ${100 + index} |`);
  expect(charts[0]!.alternative).toContain('The handler alone 100, bare CustomEvent 101, mitt 102');
});

test('what was not weighed is left out', () => {
  const { section } = memoryReport({ ...findings, weights: [{ kind: 'bus', figures: [800] }] });
  expect(section).toContain('| Bus of one more micro-frontend | 800 |');
  expect(section).not.toContain('| Scope |');
});

test('long runs are told by what an event left', () => {
  const { section } = memoryReport(findings);
  expect(section).toContain("| Busbar, `dom: 'off'` | 1,000,000 | 2.5 | 0.0025 |");
});
