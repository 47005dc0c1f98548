import type { BarGroup } from '../report/bar-chart.ts';
import type { Chart } from '../report/chart.ts';
import { chartOf } from '../report/chart-of.ts';
import type { StormFigures, StormFindings } from './findings.ts';
import type { Weather } from './meetings.ts';
import { contestantsIn, spreadIn, weathersIn } from './summary.ts';
import { titleOf } from './weather-title.ts';

/** How long the button had to wait at worst in storms that came at once. */
export function pressChart(findings: StormFindings): Chart {
  const groups = weathersIn(findings)
    .filter(({ storm }) => storm === 'at-once')
    .map((weather) => groupOf(findings, weather, 'worstPress'));
  return chartOf('storm-presses', { title: 'The longest wait of a press', unit: 'ms', groups });
}

/** How many frames were lost. */
export function frameChart(findings: StormFindings): Chart {
  const groups = weathersIn(findings).map((weather) => groupOf(findings, weather, 'framesLost'));
  return chartOf('storm-frames', { title: 'Frames lost', groups });
}

function groupOf(findings: StormFindings, weather: Weather, figure: keyof StormFigures): BarGroup {
  const bars = contestantsIn(findings, weather).map(({ name, label, isBusbar }) => {
    const { median, lower, upper } = spreadIn(findings, weather, name, figure);
    return { label, series: isBusbar ? 3 : 0, value: median, lower, upper };
  });
  return { title: titleOf(weather), bars };
}
