import { mkdir, rm, stat } from 'node:fs/promises';

/** Milliseconds after which a lock is taken for one that a process left behind. */
const stale = 10_000;
const pause = 10;

/** Does something that no other process may do at the same time. */
export async function locked<Result>(lock: string, act: () => Promise<Result>): Promise<Result> {
  while (!(await take(lock))) {
    if (await isStale(lock)) await rm(lock, { recursive: true, force: true });
    else await new Promise((resolve) => setTimeout(resolve, pause));
  }
  try {
    return await act();
  } finally {
    await rm(lock, { recursive: true, force: true });
  }
}

async function take(lock: string): Promise<boolean> {
  try {
    await mkdir(lock);
    return true;
  } catch (error) {
    if ((error as { code?: string }).code === 'EEXIST') return false;
    throw error;
  }
}

async function isStale(lock: string): Promise<boolean> {
  const made = await stat(lock).then(
    ({ mtimeMs }) => mtimeMs,
    () => Infinity,
  );
  return Date.now() - made > stale;
}
