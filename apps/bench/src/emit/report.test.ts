import { expect, test } from 'vitest';
import { customEventProfile, postalProfile, profiles, trutooProfile } from '../contestants/profiles.ts';
import { isHeld } from '../report/bar.ts';
import type { EmitFindings } from './findings.ts';
import { emitId, plan } from './plan.ts';
import { emitReport } from './report.ts';

/** Everything takes a microsecond in each of three rounds, unless told otherwise. */
function findingsOf(told: Record<string, number[]> = {}): EmitFindings {
  return { figures: { ...Object.fromEntries(plan.map(({ id }) => [id, [1_000, 1_000, 1_000]])), ...told } };
}

const off = (subscribers: number) => emitId("Busbar, dom: 'off'", subscribers);

test('every cell has a place of its own for its figures', () => {
  expect(new Set(plan.map(({ id }) => id)).size).toBe(plan.length);
});

test('each variant of Busbar is held against whom the bars name, with each number of subscribers', () => {
  const { bars } = emitReport(findingsOf({ [emitId(postalProfile.name, 10)]: [1_500, 2_000, 2_500] }));
  expect(bars).toHaveLength(13);
  expect(bars.find(({ what }) => what.includes(postalProfile.name) && what.includes('10 sub'))).toMatchObject({
    what: "An emit, `dom: 'off'`, against postal 3, 10 subscribers",
    limit: 0.6,
    measured: 0.5,
    unit: '×',
  });
});

test('a bar is held up to its limit', () => {
  const against = (cost: number) =>
    emitReport(findingsOf({ [off(1)]: [cost, cost, cost], [emitId(trutooProfile.name, 1)]: [50_000, 50_000, 50_000] }))
      .bars.filter(({ what }) => what.includes('Trutoo event-bus, 1 sub'))
      .map(isHeld);
  expect([against(1_000), against(1_001)]).toEqual([[true], [false]]);
});

test('the section has a line for each contestant with what it does, its costs and its ratios', () => {
  const { section } = emitReport(findingsOf({ [emitId(customEventProfile.name, 10)]: [4_000, 5_000, 6_000] }));
  expect(section).toContain('| bare CustomEvent | no | yes | no | no | yes | 1,000 | 5,000 (4,500–5,500) | 1,000 | 1,000 |');
  expect(section).toContain('| postal 3 | 1 | 0.2 (0.18–0.23) | 1 | 1 |');
  for (const { name } of profiles) expect(section.split(`| ${name} |`).length).toBe(name === customEventProfile.name ? 2 : 3);
});

test('the section shows its charts and holds words and figures only', () => {
  const { section, charts } = emitReport(findingsOf());
  for (const { file } of charts) expect(section).toContain(`(what-it-costs/${file}.svg)`);
  expect(section).not.toMatch(/undefined|NaN|=>|\[object/);
});
