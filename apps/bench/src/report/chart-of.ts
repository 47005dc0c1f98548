import { type BarChart, barChart, inWords } from './bar-chart.ts';
import type { Chart } from './chart.ts';

/** Draws a chart, and says the same in words. */
export function chartOf(file: string, chart: BarChart): Chart {
  const words = inWords(chart.groups, chart.unit ? ` ${chart.unit}` : '');
  return { file, svg: barChart(chart), alternative: `${chart.title}. ${words}` };
}
