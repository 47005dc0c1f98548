import { expect, test } from 'vitest';
import type { CostStudy } from '../report/cost-study.ts';
import { pageFiles } from './made-files.ts';
import type { Measured } from './measured.ts';

/** A study of one figure, held to 1. */
function study(name: string, chart = name): CostStudy<unknown> {
  return {
    name,
    measure: async () => 0,
    report: (findings) => ({
      bars: [{ what: `an emit of ${name}`, limit: 1, measured: findings as number, unit: '×', why: 'It waits for a task.' }],
      charts: [{ file: chart, svg: `<svg>${findings}</svg>`, alternative: `A chart of ${name}` }],
      section: `## About ${name}`,
    }),
  };
}
const machine = { hardware: '2 cores', versions: 'Chromium 156', date: '2026-11-23' };
const studies = [study('emit'), study('storm')];

function pageOf(measured: Measured): string {
  return pageFiles(measured, studies)[0]!.content;
}

test('the bars come first with a mark each, then the sections in the order of the studies', () => {
  const page = pageOf({ storm: { machine, findings: 0.5 }, emit: { machine, findings: 2 } });
  const places = ['| an emit of emit | 1 × | 2 × | ✗ **no** |', '| an emit of storm |', '## About emit', '## About storm'];
  const found = places.map((text) => page.indexOf(text));
  expect(found).toEqual([...found].sort((one, other) => one - other));
  expect(found[0]).toBeGreaterThan(0);
});

test('why bars are not held is told once, and only of those that are not', () => {
  const page = pageOf({ emit: { machine, findings: 2 }, storm: { machine, findings: 0.5 } });
  expect(page).toContain('- an emit of emit: It waits for a task.\n');
  expect(page).not.toContain('an emit of storm: ');
  const both = pageOf({ emit: { machine, findings: 2 }, storm: { machine, findings: 3 } });
  expect(both).toContain('- an emit of emit; an emit of storm: It waits for a task.\n');
  expect(pageOf({ emit: { machine, findings: 1 } })).not.toContain('not held, and why');
});

test('one machine is told once, several each with its study', () => {
  const other = { ...machine, hardware: '8 cores' };
  const one = pageOf({ emit: { machine, findings: 1 }, storm: { machine: { ...machine }, findings: 1 } });
  expect(one.match(/Measured on 2026-11-23, on 2 cores\. Chromium 156\./g)).toHaveLength(1);
  const several = pageOf({ emit: { machine, findings: 1 }, storm: { machine: other, findings: 1 } });
  expect(several).toMatch(/## About emit\n\nMeasured on .* 2 cores.*\n\n## About storm\n\nMeasured on .* 8 cores/);
});

test('charts lie beside the page under their own names, which no two may have', () => {
  const measured = { emit: { machine, findings: 1 }, storm: { machine, findings: 1 } };
  expect(pageFiles(measured, studies).slice(1)).toEqual([
    { path: 'apps/docs/what-it-costs/emit.svg', content: '<svg>1</svg>' },
    { path: 'apps/docs/what-it-costs/storm.svg', content: '<svg>1</svg>' },
  ]);
  expect(() => pageFiles(measured, [study('emit', 'bars'), study('storm', 'bars')])).toThrow('Two charts are called "bars".');
});
