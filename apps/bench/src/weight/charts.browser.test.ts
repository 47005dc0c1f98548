import { afterEach, expect, test } from 'vitest';
import { illegible, show } from '../report/legible.ts';
import { firstEventChart, pagesChart } from './charts.ts';
import { firstEventPageNames } from './first-event-pages.ts';
import { byPage } from './first-event-summary.ts';

afterEach(() => document.body.replaceChildren());

test('every page that is weighed can be read', () => {
  const pages = ['Busbar, no library', 'eventify + zod/mini', 'Trutoo event-bus', 'Zod alone'];
  const { svg } = pagesChart(pages.map((what, index) => ({ what, gzip: 41_460 / (index + 1), brotli: 0 })));
  expect(illegible(show(svg))).toEqual([]);
});

test('every page whose first event is timed can be read', () => {
  const visits = firstEventPageNames.flatMap((page, index) =>
    [1, 2].map((factor) => ({ page, parse: 0.3 * index * factor, script: 9.95 * factor, steps: {} })),
  );
  expect(illegible(show(firstEventChart(byPage(visits)).svg))).toEqual([]);
});
