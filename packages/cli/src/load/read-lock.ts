import { readFile } from 'node:fs/promises';
import type { LockError, LockFile } from '@busbar/governance/lock';
import { CannotRun, type Trouble } from './cannot-run.ts';
import { fromHere } from './from-here.ts';

/**
 * The lock file at a path; nothing if there is none.
 *
 * @param parse reads the text; who can make sense of a merge conflict reads it another way.
 */
export async function readLock(file: string, cwd: string, parse?: (text: string) => LockFile): Promise<LockFile | undefined> {
  try {
    const text = await readFile(file, 'utf8');
    const { parseLock } = await import('@busbar/governance/lock');
    return (parse ?? parseLock)(text);
  } catch (error) {
    if ((error as { code?: unknown }).code === 'ENOENT') return undefined;
    throw new CannotRun({ ...unreadableLock(error, fromHere(file, cwd)), file });
  }
}

/** What is wrong with a lock file. */
export function unreadableLock(error: unknown, label: string): Trouble {
  if (!isLockError(error)) return { code: 'unreadable-lock', message: `${label} cannot be read: ${(error as Error).message}` };
  const { code, problems, line } = error;
  return {
    code: `lock-${code}`,
    message: `${label}: ${problems.map(({ message }) => message).join(' ')}`,
    advice: [...new Set(problems.map(({ advice }) => advice))].join(' '),
    ...(line !== undefined && { line }),
  };
}

function isLockError(error: unknown): error is LockError {
  return error instanceof Error && error.name === 'LockError';
}
