import type { CostReport } from '../report/cost-study.ts';
import { emitBars } from './bars.ts';
import { emitCharts } from './charts.ts';
import type { EmitFindings } from './findings.ts';
import { emitSection } from './section.ts';

/** Tells of what an event costs. */
export function emitReport(findings: EmitFindings): CostReport {
  const charts = emitCharts(findings);
  return { bars: emitBars(findings), charts, section: emitSection(findings, charts) };
}
