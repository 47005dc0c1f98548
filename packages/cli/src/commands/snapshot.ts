import { basename, dirname } from 'node:path';
import {
  formatLock,
  LockError,
  type LockFile,
  parseLock,
  resolveConflicts,
  type Snapshot,
  type SnapshotChange,
  snapshot as takeSnapshot,
} from '@busbar/governance/lock';
import { dryRun } from '../arguments/global-options.ts';
import { fromHere } from '../load/from-here.ts';
import { judge } from '../load/judge.ts';
import { openProject, type Project } from '../load/open-project.ts';
import type { Page } from '../print/page.ts';
import { place } from '../print/placed-finding.ts';
import { countFindings, plural, printFindings } from '../print/print-findings.ts';
import { printVerdictLine } from '../print/print-verdict-line.ts';
import { writeFiles } from '../write/write-files.ts';
import { defineCommand, type Invocation, type Outcome } from './command.ts';

export const snapshot = defineCommand({
  summary: 'Write the contracts as they are now to the lock file',
  details:
    'Committing the lock file is publishing. What busbar check refuses is not written: ends with 1 and leaves the lock file as it is.',
  args: { 'dry-run': dryRun },
  examples: [
    ['busbar snapshot', 'After a contract has changed; commit what it writes together with the change.'],
    ['busbar snapshot --dry-run', 'What would be added to the lock file.'],
  ],
  run: async (args, invocation) =>
    lockContracts(await openProject(invocation, parseOrMerge), args['dry-run'] === true, invocation),
});

/** Writes the lock file of a project, unless the gate refuses its contracts. */
export async function lockContracts(project: Project, isDryRun: boolean, invocation: Invocation): Promise<Outcome> {
  const report = await judge(project, invocation);
  if (!report.passed) return refuse(report.findings, project, invocation);
  const described = project.contracts.map((one) => one.described);
  const taken = takeSnapshot(project.lock, described, { apps: project.apps, complete: true });
  if (taken.refused.length > 0) return refuse(taken.refused, project, invocation);
  return write(taken, project, isDryRun, invocation);
}

/** Takes both sides of a merge conflict, as long as they locked different things. */
export function parseOrMerge(text: string): LockFile {
  try {
    return parseLock(text);
  } catch (error) {
    if (error instanceof LockError && error.code === 'merge-conflict') return resolveConflicts(text);
    throw error;
  }
}

function refuse(found: Parameters<typeof place>[0], { positions }: Project, { page, cwd }: Invocation): Outcome {
  const errors = found.filter(({ severity }) => severity === 'error');
  const findings = place(errors, positions);
  const summary = `Nothing was written: ${countFindings(findings)}.`;
  const text = `${printVerdictLine(false, summary, page)}\n\n${printFindings(findings, page, cwd)}`;
  return { ok: false, summary, findings, text, result: { changes: [] } };
}

async function write(
  { lock, changes }: Snapshot,
  { lockFile }: Project,
  isDryRun: boolean,
  invocation: Invocation,
): Promise<Outcome> {
  const { page, cwd } = invocation;
  const file = { path: basename(lockFile), text: formatLock(lock) };
  const written = await writeFiles(dirname(lockFile), [file], isDryRun);
  const label = fromHere(lockFile, cwd);
  const summary = summaryOf(label, written.length > 0, isDryRun, changes.length);
  const lines = changes.map((change) => printChange(change, page));
  return { ok: true, summary, written, isDryRun, text: [summary, ...lines].join('\n'), result: { changes } };
}

function summaryOf(label: string, isDifferent: boolean, isDryRun: boolean, changes: number): string {
  if (!isDifferent) return `${label} is up to date.`;
  return `${label} ${isDryRun ? 'would get' : 'has got'} ${plural(changes, 'change')}${isDryRun ? '' : ': commit it'}.`;
}

const marks = {
  added: ['+', 'is locked from now on'],
  'draft-changed': ['~', 'is a draft and has another shape'],
  'draft-dropped': ['-', 'was a draft and is gone'],
  metadata: ['~', 'is described otherwise'],
  usage: ['~', 'is emitted or heard by other apps'],
  reads: ['~', 'has other fields that apps read'],
  removed: ['-', 'is gone from the modules, and stays here as a record'],
  restored: ['+', 'is defined again'],
} as const;
const colours = { '+': 'green', '~': 'yellow', '-': 'red' } as const;

/** One line about what a snapshot does to the lock file. */
function printChange({ contract, version, kind }: SnapshotChange, page: Page): string {
  const [mark, words] = marks[kind];
  return `  ${page.paint(colours[mark], mark)} ${contract}${version === undefined ? '' : `@${version}`} ${page.paint('dim', words)}`;
}
