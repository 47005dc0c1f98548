import type { Chart } from '../report/chart.ts';
import { lineChartOf } from '../report/line-chart.ts';
import { costAt, placesOf, type ScaleFindings } from './findings.ts';
import { type Across, linesAcross, scaleLines } from './lines.ts';
import { inThis, unitOf } from './units.ts';

/** What a chart says of its curves. */
interface Legend {
  readonly title: string;
  readonly x: string;
  readonly y: string;
  readonly scale: 'log' | 'linear';
  /** The colours of the curves. */
  readonly series: readonly number[];
}

const legends: Readonly<Record<Across, Legend>> = {
  contracts: { title: 'An emit and the contracts known', x: 'contracts known', y: 'ns an emit', scale: 'log', series: [3, 5] },
  subscribers: { title: 'An emit and its subscribers', x: 'subscribers', y: 'ns an emit', scale: 'log', series: [3, 0, 1, 2] },
  copies: { title: 'An emit and the copies of Busbar', x: 'copies', y: 'ns an emit', scale: 'linear', series: [3, 4, 5, 1] },
  retained: { title: 'An emit and the events retained', x: 'retained events', y: 'ns an emit', scale: 'log', series: [3, 5] },
  churn: {
    title: 'One leaves, another one comes',
    x: 'subscribers there',
    y: 'ns for both',
    scale: 'log',
    series: [3, 5, 0, 1, 2],
  },
  known: {
    title: 'Coming and going, and the contracts known',
    x: 'contracts known',
    y: 'ns for both',
    scale: 'log',
    series: [3, 5],
  },
  mount: { title: 'A mount and the events retained', x: 'retained events', y: 'µs a mount', scale: 'log', series: [4, 3, 5] },
};

/** The curves over one thing. */
export function scaleChart(findings: ScaleFindings, across: Across): Chart {
  const { title, x, y, scale, series } = legends[across];
  const unit = unitOf[across];
  const lines = linesAcross(across).map((line, index) => ({
    label: scaleLines[line].title,
    series: series[index]!,
    points: placesOf(findings, line).map((at) => {
      const { median, lower, upper } = inThis(unit, costAt(findings, [line, at]));
      return { x: at, y: median, lower, upper };
    }),
  }));
  return lineChartOf(`scale-${across}`, { title, x: { title: x, scale }, y: { title: y, scale, unit }, lines });
}
