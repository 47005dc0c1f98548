import { expect, test } from 'vitest';
import { type ScaleLineId, scaleLines } from './lines.ts';
import { scaleReport } from './report.ts';

/** One round in which everything costs ten nanoseconds more than there is of what grows. */
const cells = (Object.keys(scaleLines) as ScaleLineId[]).flatMap((line) =>
  scaleLines[line].points.map((at) => ({ line, at, figures: [at + 10] })),
);
const { charts, section } = scaleReport({ cells });

test('each thing that grows has a table of its curves', () => {
  expect(section).toContain('| ns | 1 subscriber | 10 subscribers | 100 subscribers | 1,000 subscribers | 10,000 subscribers |');
  expect(section).toContain('| mitt | 11 | 20 | 110 | 1,010 | 10,010 |');
  expect(section).toContain('| ns | 1 copy | 2 copies | 3 copies | 4 copies | 5 copies |');
  expect(section).toContain('| µs | 1 retained | 10 retained | 100 retained | 1,000 retained | 10,000 retained |');
});

test('each thing that grows has a chart, which the section shows', () => {
  expect(charts.map(({ file }) => file)).toEqual(
    ['contracts', 'subscribers', 'copies', 'retained', 'churn', 'known', 'mount'].map((across) => `scale-${across}`),
  );
  for (const { file } of charts) expect(section).toContain(`(what-it-costs/${file}.svg)`);
});

test('mounts are told in microseconds', () => {
  expect(charts.at(-1)?.alternative).toContain(
    'Synchronous: 0.0 µs at 1, 0.0 µs at 10, 0.1 µs at 100, 1.0 µs at 1,000, 10 µs at 10,000.',
  );
});
