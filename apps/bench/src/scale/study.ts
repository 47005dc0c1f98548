import type { CostStudy } from '../report/cost-study.ts';
import type { ScaleFindings } from './findings.ts';
import { measureScale } from './measure.ts';
import { scaleReport } from './report.ts';

/** How the costs of a page grow with contracts, subscribers, copies and retained events. */
export const scaleStudy: CostStudy<ScaleFindings> = { name: 'scale', measure: measureScale, report: scaleReport };
