import type { CostReport } from '../report/cost-study.ts';
import { scaleBars } from './bars.ts';
import { scaleChart } from './charts.ts';
import type { ScaleFindings } from './findings.ts';
import { scaleSection } from './section.ts';

/** Tells how costs grow. */
export function scaleReport(findings: ScaleFindings): CostReport {
  const charts = {
    contracts: scaleChart(findings, 'contracts'),
    subscribers: scaleChart(findings, 'subscribers'),
    copies: scaleChart(findings, 'copies'),
    retained: scaleChart(findings, 'retained'),
    churn: scaleChart(findings, 'churn'),
    known: scaleChart(findings, 'known'),
    mount: scaleChart(findings, 'mount'),
  };
  return { bars: scaleBars(findings), charts: Object.values(charts), section: scaleSection(findings, charts) };
}
