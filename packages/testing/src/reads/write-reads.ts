import { mkdir, readFile, rename, writeFile } from 'node:fs/promises';
import { dirname, join } from 'node:path';
import { formatReads, mergeReads, parseReads, type Reads, type RecordedReads } from '@busbar/governance/lock';
import { locked } from './locked.ts';
import { recordedApps, recordedReads } from './recording.ts';

/**
 * Adds recordings, by default those of this process, to the files of a folder, `<folder>/<app>.json`, by default `busbar.reads`. Test files
 * and workers may do so one after another or at once: the files are the same whichever comes first. To leave out what is no
 * longer read, delete the folder before all tests run.
 *
 * @throws ReadsError where a file is there that is no recording.
 * @example
 * // A setup file of Vitest or Jest.
 * afterAll(() => writeReads());
 */
export async function writeReads(
  folder = 'busbar.reads',
  recordings: readonly RecordedReads[] = recordedApps().map(recordedReads),
): Promise<void> {
  for (const { app, reads: recorded } of recordings) {
    const file = join(folder, `${app}.json`);
    await mkdir(dirname(file), { recursive: true });
    await locked(`${file}.lock`, async () => {
      const reads = mergeReads(await readsIn(file), recorded);
      await writeFile(`${file}.part`, formatReads({ app, reads }));
      await rename(`${file}.part`, file);
    });
  }
}

async function readsIn(file: string): Promise<Reads> {
  const text = await readFile(file, 'utf8').catch((error: { code?: string }) => {
    if (error.code === 'ENOENT') return undefined;
    throw error;
  });
  return text === undefined ? {} : parseReads(text).reads;
}
