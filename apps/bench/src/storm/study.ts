import type { CostStudy } from '../report/cost-study.ts';
import type { StormFindings } from './findings.ts';
import { measureStorms } from './measure.ts';
import { stormReport } from './report.ts';

/** What a page with an animation and a button goes through when 100,000 events come. */
export const stormStudy: CostStudy<StormFindings> = { name: 'storm', measure: measureStorms, report: stormReport };
