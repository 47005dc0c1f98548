import { mkdir, readFile, rename, rm, writeFile } from 'node:fs/promises';
import { dirname, join, resolve, sep } from 'node:path';
import { CannotRun } from '../load/cannot-run.ts';

/** A file to be written. */
export interface FileToWrite {
  /** From the folder that is written to, with forward slashes. */
  readonly path: string;
  readonly text: string;
}

/**
 * Writes the files that are not there yet as they should be, each at once: whoever reads meanwhile sees the old or the new one.
 * Answers the paths of those that were different. A dry run writes nothing and answers the same.
 */
export async function writeFiles(folder: string, files: readonly FileToWrite[], isDryRun: boolean): Promise<string[]> {
  const written: string[] = [];
  for (const { path, text } of files) {
    const file = join(folder, path);
    if (!file.startsWith(resolve(folder) + sep)) throw new Error(`${path} leads out of the folder.`);
    if ((await readFile(file, 'utf8').catch(() => undefined)) === text) continue;
    written.push(file);
    if (!isDryRun) await writeOne(file, text);
  }
  return written;
}

async function writeOne(file: string, text: string): Promise<void> {
  const temporary = `${file}.${process.pid}.tmp`;
  try {
    await mkdir(dirname(file), { recursive: true });
    await writeFile(temporary, text);
    await rename(temporary, file);
  } catch (error) {
    await rm(temporary, { force: true }).catch(() => undefined);
    throw new CannotRun({
      code: 'cannot-write',
      message: `${file} cannot be written: ${(error as Error).message}`,
      advice: 'Look at the permissions of the folder, or name another one.',
      file,
    });
  }
}
