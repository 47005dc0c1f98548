import type { Spread } from '../measure/spread.ts';
import type { Chart } from '../report/chart.ts';
import { chartOf } from '../report/chart-of.ts';
import { type PageSize, pageSizes } from './page/page-size.ts';
import { sizeTitle } from './size-title.ts';
import type { Visit } from './study.ts';
import { paintOf, rendersOfVisit, type Selection, scriptOfVisit } from './summary.ts';
import { variants } from './variants.ts';

type Measure = (visits: readonly Visit[], selection: Selection) => Spread;

/** Renders, script time and time to next paint. */
export function reRenderCharts(visits: readonly Visit[]): { renders: Chart; script: Chart; paint: Chart } {
  const groups = (measure: Measure, sizes: readonly PageSize[], slowedBy = 1) =>
    sizes.map((size) => ({
      title: sizeTitle(size),
      bars: variants.map(({ name, title }, series) => {
        const { median, lower, upper } = measure(visits, { variant: name, size, slowedBy });
        return { label: title, series, value: median, lower, upper };
      }),
    }));
  return {
    renders: chartOf('renders', { title: 'Renders in one visit', groups: groups(rendersOfVisit, pageSizes) }),
    script: chartOf('script', {
      title: 'Script time of one visit',
      unit: 'ms',
      groups: groups(scriptOfVisit, pageSizes),
    }),
    paint: chartOf('paint', {
      title: 'Input to next paint, processor 4 × slower',
      unit: 'ms',
      groups: groups(paintOf, [15, 60], 4),
    }),
  };
}
