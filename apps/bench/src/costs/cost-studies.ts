import { emitStudy } from '../emit/study.ts';
import { memoryStudy } from '../memory/study.ts';
import type { CostStudy } from '../report/cost-study.ts';
import { scaleStudy } from '../scale/study.ts';
import { stormStudy } from '../storm/study.ts';
import { weightStudy } from '../weight/study.ts';

/** All studies of costs, in the order in which they are run and told of. */
export const costStudies: readonly CostStudy<unknown>[] = [emitStudy, scaleStudy, memoryStudy, stormStudy, weightStudy];
