// `pnpm bench`: measures what events cost in Chromium, holds it to the bars, and writes it into the documentation.
import { parseArgs } from 'node:util';
import { costStudies } from './costs/cost-studies.ts';
import { measureStudy } from './costs/measure-study.ts';
import { type Measured, readMeasured } from './costs/measured.ts';
import { createProgress } from './costs/progress.ts';
import { type Run, runStudies } from './costs/run-studies.ts';
import { studiesNamed } from './costs/studies-named.ts';
import { figuresOf, terminalText } from './costs/terminal-text.ts';
import { exitCodeOf, verdict } from './costs/verdict.ts';
import { findingsFile, writeCosts } from './costs/write-costs.ts';
import type { CostStudy } from './report/cost-study.ts';

const usage = `pnpm bench                     measures all, twenty minutes, and writes apps/docs/what-it-costs.md
pnpm bench --quick             measures roughly, about a minute, and writes nothing
pnpm bench --only emit,weight  measures some of ${costStudies.map(({ name }) => name).join(', ')}
pnpm bench --page              measures nothing, and writes the page of what was found before

It ends with 0 where all bars are held, 1 where one is not, 2 where something could not be measured.`;

const options = {
  quick: { type: 'boolean', default: false },
  only: { type: 'string', default: costStudies.map(({ name }) => name).join(',') },
  page: { type: 'boolean', default: false },
  help: { type: 'boolean', default: false },
} as const;

// At once, so that no study seems to have failed and nothing is written; browsers are ended with the process.
for (const signal of ['SIGINT', 'SIGTERM', 'SIGHUP'] as const) process.on(signal, () => process.exit(130));

try {
  process.exitCode = await main();
} catch (error) {
  console.error(error instanceof Error ? error.message : error);
  process.exitCode = 2;
}

async function main(): Promise<number> {
  const { values } = parseArgs({ options });
  const studies = studiesNamed(values.only.split(','), costStudies);
  if (values.help) console.log(usage);
  else if (values.page) writeCosts(readMeasured(findingsFile), costStudies);
  else return values.quick ? tellRoughly(studies) : tellAndWrite(studies);
  return 0;
}

async function tellRoughly(studies: readonly CostStudy<unknown>[]): Promise<number> {
  const run = await measureAll(studies, 'quick');
  console.log(`\n${terminalText(verdict(run))}`);
  console.log('These figures are rough: of few rounds, and with all that the machine did beside. Nothing is written.');
  return exitCodeOf(run);
}

async function tellAndWrite(studies: readonly CostStudy<unknown>[]): Promise<number> {
  const run = await measureAll(studies, 'full');
  const found: Measured = Object.fromEntries(run.results.map(({ name, measured }) => [name, measured]));
  writeCosts({ ...readMeasured(findingsFile), ...found }, costStudies);
  console.log(`\n${terminalText(verdict(run))}`);
  console.log('Written: apps/docs/what-it-costs.md with its charts and findings, and the lines on speed in README.md.');
  return exitCodeOf(run);
}

async function measureAll(studies: readonly CostStudy<unknown>[], extent: 'full' | 'quick'): Promise<Run> {
  const progress = createProgress(process.stderr);
  const run = await runStudies(studies, (study) => measureStudy(study, extent, progress));
  for (const { report } of run.results) console.log(`\n${terminalText(figuresOf(report.section))}`);
  return run;
}
