import type { CostReport } from '../report/cost-study.ts';
import { memoryBars } from './bars.ts';
import { longRunChart, subscriptionChart } from './charts.ts';
import type { MemoryFindings } from './findings.ts';
import { memorySection } from './section.ts';

/** Tells what is kept in memory. */
export function memoryReport(findings: MemoryFindings): CostReport {
  const charts = { subscription: subscriptionChart(findings), longRun: longRunChart(findings) };
  return { bars: memoryBars(findings), charts: Object.values(charts), section: memorySection(findings, charts) };
}
