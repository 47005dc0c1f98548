import type { EmitFindings } from '../emit/findings.ts';
import type { CostStudy } from '../report/cost-study.ts';
import type { Measured } from './measured.ts';
import { pageOf, type ReportedStudy } from './page.ts';
import { withLines } from './readme-lines.ts';
import { speedPromise, speedTable } from './speed-lines.ts';

/** A file that is made of findings, seen from the root of the repository. */
export interface MadeFile {
  readonly path: string;
  readonly content: string;
}

/** The folder of the findings and the charts. */
export const costsFolder = 'apps/docs/what-it-costs';

/** All that is made of findings: the page, its charts, and the README with other lines on speed. */
export function madeFiles(measured: Measured, studies: readonly CostStudy<unknown>[], readme: string): MadeFile[] {
  return [...pageFiles(measured, studies), { path: 'README.md', content: readmeWithSpeed(readme, measured) }];
}

/** The page and its charts. Where two charts have the same name, one would be lost: throws. */
export function pageFiles(measured: Measured, studies: readonly CostStudy<unknown>[]): MadeFile[] {
  const reported = studies.flatMap(({ name, report }): ReportedStudy[] => {
    const study = measured[name];
    return study ? [{ name, machine: study.machine, report: report(study.findings) }] : [];
  });
  const charts = reported.flatMap(({ report }) => report.charts);
  const twice = charts.find(({ file }, index) => charts.findIndex((other) => other.file === file) !== index);
  if (twice) throw new Error(`Two charts are called "${twice.file}".`);
  return [
    { path: `${costsFolder}.md`, content: pageOf(reported) },
    ...charts.map(({ file, svg }) => ({ path: `${costsFolder}/${file}.svg`, content: svg })),
  ];
}

/** The README with its lines on speed; as it is where no emit was measured. */
export function readmeWithSpeed(readme: string, { emit }: Measured): string {
  if (!emit) return readme;
  const findings = emit.findings as EmitFindings;
  return withLines(withLines(readme, 'speed', `\n${speedTable(findings)}\n`), 'speed in a line', speedPromise(findings));
}
