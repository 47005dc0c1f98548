import type { CostReport } from '../report/cost-study.ts';
import { frameChart, pressChart } from './charts.ts';
import type { StormFindings } from './findings.ts';
import { stormSection } from './section.ts';

/** Tells how pages come through storms. No bar was set for that. */
export function stormReport(findings: StormFindings): CostReport {
  const charts = { presses: pressChart(findings), frames: frameChart(findings) };
  return { bars: [], charts: Object.values(charts), section: stormSection(findings, charts) };
}
