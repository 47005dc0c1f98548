import type { CostStudy } from '../report/cost-study.ts';
import type { MemoryFindings } from './findings.ts';
import { measureMemory } from './measure.ts';
import { memoryReport } from './report.ts';

/** What a page with Busbar keeps in memory. */
export const memoryStudy: CostStudy<MemoryFindings> = { name: 'memory', measure: measureMemory, report: memoryReport };
