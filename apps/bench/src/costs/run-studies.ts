import type { CostReport, CostStudy } from '../report/cost-study.ts';
import type { MeasuredStudy } from './measured.ts';

/** What a study has found, and what it says of it. */
export interface StudyResult {
  readonly name: string;
  readonly measured: MeasuredStudy;
  readonly report: CostReport;
}

/** A study that could not be brought to its end. */
export interface StudyFailure {
  readonly name: string;
  readonly error: unknown;
}

/** What came of a run. */
export interface Run {
  readonly results: readonly StudyResult[];
  readonly failures: readonly StudyFailure[];
}

/** Runs studies one after the other. One that fails does not keep the next from being run. */
export async function runStudies(
  studies: readonly CostStudy<unknown>[],
  measure: (study: CostStudy<unknown>) => Promise<MeasuredStudy>,
): Promise<Run> {
  const results: StudyResult[] = [];
  const failures: StudyFailure[] = [];
  for (const study of studies) {
    const { name } = study;
    try {
      const measured = await measure(study);
      results.push({ name, measured, report: study.report(measured.findings) });
    } catch (error) {
      failures.push({ name, error });
    }
  }
  return { results, failures };
}
