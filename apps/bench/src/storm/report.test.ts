import { expect, test } from 'vitest';
import type { StormFindings } from './findings.ts';
import { meetingsOf } from './meetings.ts';
import { stormReport } from './report.ts';
import { unboundedBoth } from './storm-contestants.ts';

const figures = {
  emitting: 120.5,
  total: 300,
  worked: 250,
  longestTask: 120.5,
  longestAfter: 5.2,
  longTasks: 1,
  framesLost: 7,
  press: 2.5,
  worstPress: 118,
  worstPaint: 131,
};

function findingsOf(extent: 'full' | 'quick', rounds: number): StormFindings {
  return meetingsOf(extent).flatMap((meeting) =>
    Array.from({ length: rounds }, (_each, round) => ({
      ...meeting,
      round,
      counts: {
        handled: 1_000_000,
        declined: 0,
        dead: 0,
        deadOfWindow: meeting.contestant === unboundedBoth ? 90_000 + round : 0,
      },
      figures: meeting.contestant.startsWith('Busbar') ? figures : { ...figures, emitting: 241, worstPress: 236 },
    })),
  );
}

test('every contestant of every storm has a line, and the charts are there', () => {
  const { section, charts, bars } = stormReport(findingsOf('full', 3));
  expect(section).toContain("| Busbar, dom: 'off', no bound | 121 | 300 | 250 | 121 | 5.2 | 7 | 2.5 | 118 | 131 |");
  expect(section.match(/^\| Trutoo event-bus \|/gm)).toHaveLength(2);
  for (const { file } of charts) expect(section).toContain(`(what-it-costs/${file}.svg)`);
  expect(bars).toEqual([]);
});

test('Busbar is held against others in ratios, where it handles every event', () => {
  const { section } = stormReport(findingsOf('full', 3));
  expect(section).toContain('| At once: Busbar, off against mitt | 0.5 × | 1 × | 1 × | 1 × | 0.5 × |');
  expect(section).not.toMatch(/bounded against|by key against/);
});

test('what was lost is told: one number where all rounds agree, else the least and the most', () => {
  const { section } = stormReport(findingsOf('full', 3));
  expect(section).toContain("| At once: Busbar, dom: 'both', no bound | 1,000,000 | 0 | 0 | 90,000–90,002 |");
});

test.each(['full', 'quick'] as const)('a %s measurement is told in words and figures', (extent) => {
  const { section, charts } = stormReport(findingsOf(extent, 1));
  expect(section).toContain('as it is (1 time)');
  expect(section + charts.map(({ svg }) => svg).join()).not.toMatch(/undefined|NaN|Infinity ms|function|=>/);
});
