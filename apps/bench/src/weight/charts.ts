import type { BarGroup } from '../report/bar-chart.ts';
import type { Chart } from '../report/chart.ts';
import { chartOf } from '../report/chart-of.ts';
import type { FirstEvents, Weighed } from './findings.ts';
import { firstEventPageNames, firstEventPages } from './first-event-pages.ts';
import { type Figure, timeOf } from './first-event-summary.ts';

/** Whole pages. */
export function pagesChart(pages: readonly Weighed[]): Chart {
  const bars = pages.map(({ what, gzip }) => ({ label: what, series: colourOf(what), value: gzip / 1_000 }));
  const groups = [{ title: 'A bus and a contract of four fields', bars }];
  return chartOf('weight-of-pages', { title: 'What a page gets, after gzip', unit: 'kB', groups });
}

/** The way to the first event. */
export function firstEventChart(found: FirstEvents): Chart {
  const group = (title: string, figure: Figure): BarGroup => ({
    title,
    bars: firstEventPageNames.map((page) => {
      const { median, lower, upper } = timeOf(found, page, figure);
      return { label: firstEventPages[page], series: colourOf(firstEventPages[page]), value: median, lower, upper };
    }),
  });
  return chartOf('first-event', {
    title: 'A cold page until its first event is handled',
    unit: 'ms',
    groups: [group('Parsed and compiled', 'parse'), group('Scripts', 'script')],
  });
}

/** Busbar, the validators alone, and others. */
function colourOf(name: string): number {
  if (name.startsWith('Busbar')) return 3;
  return name.endsWith('alone') ? 1 : 0;
}
