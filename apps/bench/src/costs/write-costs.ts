import { mkdirSync, readdirSync, readFileSync, rmSync, writeFileSync } from 'node:fs';
import { join } from 'node:path';
import { fileURLToPath } from 'node:url';
import type { CostStudy } from '../report/cost-study.ts';
import { costsFolder, madeFiles } from './made-files.ts';
import { type Measured, measuredText } from './measured.ts';

/** The root of the repository, and the findings in it. */
export const repository: string = fileURLToPath(new URL('../../../..', import.meta.url));
export const findingsFile: string = join(repository, costsFolder, 'findings.json');

/**
 * Writes findings below a root, and all that is made of them; takes away charts that are no longer made. A report that
 * fails leaves page and charts as they were, and the findings are there to make them of later.
 */
export function writeCosts(measured: Measured, studies: readonly CostStudy<unknown>[], root: string = repository): void {
  const folder = join(root, costsFolder);
  mkdirSync(folder, { recursive: true });
  writeFileSync(join(folder, 'findings.json'), measuredText(measured));
  const files = madeFiles(measured, studies, readFileSync(join(root, 'README.md'), 'utf8'));
  for (const file of readdirSync(folder)) if (file.endsWith('.svg')) rmSync(join(folder, file));
  for (const { path, content } of files) writeFileSync(join(root, path), content);
}
