import { profiles } from '../contestants/profiles.ts';
import type { Chart } from '../report/chart.ts';
import { chartOf } from '../report/chart-of.ts';
import { lineChartOf } from '../report/line-chart.ts';
import { type MemoryFindings, weightOf } from './findings.ts';
import { kinds } from './kinds.ts';
import { longRuns } from './runs.ts';

const bare = profiles[0]!.name;

/** Bytes of one subscription, of all contestants that were weighed. */
export function subscriptionChart(findings: MemoryFindings): Chart {
  const bars = kinds
    .filter(({ group }) => group === 'contestants')
    .flatMap(({ id, title }) => {
      const weight = weightOf(findings, id);
      return weight
        ? [{ label: title, series: seriesOf(title), value: weight.median, lower: weight.lower, upper: weight.upper }]
        : [];
    });
  return chartOf('memory-subscription', {
    title: 'What a subscription holds',
    groups: [{ title: 'Bytes, handler included', bars }],
  });
}

function seriesOf(title: string): number {
  if (title === 'Busbar') return 3;
  return title === bare ? 0 : 2;
}

/** The heap while events are emitted. */
export function longRunChart({ curves }: MemoryFindings): Chart {
  const lines = curves.map(({ run, points }, index) => ({
    label: longRuns[run].title.replaceAll('`', ''),
    series: [3, 5, 1][index]!,
    points: points.map(([events, bytes]) => ({ x: events / 1_000_000, y: bytes / 1_000 })),
  }));
  return lineChartOf('memory-long-run', {
    title: 'The heap of a page that runs for long',
    x: { title: 'million events', scale: 'linear' },
    y: { title: 'kB more than before', unit: 'kB', scale: 'linear' },
    lines,
  });
}
