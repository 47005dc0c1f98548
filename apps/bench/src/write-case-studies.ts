import { mkdirSync, rmSync, writeFileSync } from 'node:fs';
import { fileURLToPath } from 'node:url';
import type { Machine } from './measure/machine.ts';
import type { CaseStudy } from './report/case-study.ts';
import { claimTable } from './report/claim.ts';

const docs = fileURLToPath(new URL('../../docs/', import.meta.url));

/** Writes the page of the case studies and its charts into the documentation. */
export function writeCaseStudies(studies: readonly CaseStudy[], machine: Machine): void {
  rmSync(`${docs}case-studies`, { recursive: true, force: true });
  mkdirSync(`${docs}case-studies`);
  for (const { file, svg } of studies.flatMap(({ charts }) => charts)) writeFileSync(`${docs}case-studies/${file}.svg`, svg);
  writeFileSync(`${docs}case-studies.md`, pageOf(studies, machine));
}

/** The whole page, in Markdown. */
export function pageOf(studies: readonly CaseStudy[], { hardware, versions, date }: Machine): string {
  return [
    '# Case studies, measured',
    `What is said in favour of events, held against figures: also where it does not hold. This page and its charts are written by \`pnpm bench:cases\`, which
builds all pages for production and measures them in Chromium, one after the other in turns. Their sources are in [\`apps/bench/src\`](../bench/src).`,
    `Measured on ${date}, without a window, on ${hardware}. ${versions}.`,
    '## The claims',
    claimTable(studies.flatMap(({ claims }) => claims)),
    ...studies.map(({ section }) => section),
    '',
  ]
    .join('\n\n')
    .replace(/\n+$/, '\n');
}
