import { execFile } from 'node:child_process';
import { realpathSync } from 'node:fs';
import { dirname, relative } from 'node:path';
import { promisify } from 'node:util';
import { CannotRun } from '../load/cannot-run.ts';
import type { Surroundings } from './read-operand.ts';

const execute = promisify(execFile);

/**
 * A file as it was in a revision of the repository: `main`, `HEAD~3:busbar.lock.json`. The lock file, unless a path is named.
 *
 * @throws CannotRun if git knows no such revision, or no such file in it.
 */
export async function readRevision(text: string, { cwd, lockFile }: Pick<Surroundings, 'cwd' | 'lockFile'>): Promise<string> {
  const [revision = '', ...path] = text.split(':');
  const named = path.join(':');
  // An option of git would be no revision.
  if (revision.startsWith('-')) throw unknownRevision(text);
  const root = await git(['rev-parse', '--show-toplevel'], cwd, text);
  await git(['rev-parse', '--verify', '--quiet', `${revision}^{commit}`], cwd, text);
  const inRepository =
    named ||
    relative(realpathSync(root.trim()), realpathSync(dirname(lockFile)) + lockFile.slice(dirname(lockFile).length)).replaceAll(
      '\\',
      '/',
    );
  const object = `${revision}:${named.startsWith('.') ? named : inRepository}`;
  try {
    return (await execute('git', ['show', object], { cwd, maxBuffer: 512 * 1024 * 1024 })).stdout;
  } catch {
    throw new CannotRun({
      code: 'not-in-revision',
      message: `${revision} has no ${inRepository}.`,
      advice: `Name the file as it was called there: ${revision}:path/to/busbar.lock.json`,
    });
  }
}

async function git(words: readonly string[], cwd: string, text: string): Promise<string> {
  try {
    return (await execute('git', [...words], { cwd })).stdout;
  } catch {
    throw unknownRevision(text);
  }
}

function unknownRevision(text: string): CannotRun {
  return new CannotRun({
    code: 'nothing-to-compare',
    message: `"${text}" is no file, no locked version such as cart:itemAdded@1, and no revision that git knows here.`,
    advice: 'In a pipeline the history may be cut short: fetch the branch first (actions/checkout with fetch-depth: 0).',
  });
}
