import { readFile } from 'node:fs/promises';
import type { Reads } from '@busbar/governance/lock';
import type { AppConfig } from '../config/busbar-config.ts';
import { CannotRun } from '../load/cannot-run.ts';
import { findFiles } from '../load/find-files.ts';
import { fromHere } from '../load/from-here.ts';

/**
 * What the tests of an app saw it read, out of all its recordings; nothing where the configuration names none.
 *
 * @throws CannotRun `no-recording` where a path leads to none, `unreadable-recording`, or `foreign-recording` where one is of another app.
 */
export async function readRecordings(app: string, { reads }: AppConfig, folder: string): Promise<Reads | undefined> {
  if (!reads) return undefined;
  const files = await findFiles(reads, folder, '*.json');
  const absent = await lackingIn(reads, folder);
  if (files.length === 0 || absent.length > 0) throw missing(app, absent.length > 0 ? absent : reads);
  const { mergeReads } = await import('@busbar/governance/lock');
  const recorded = await Promise.all(files.map((file) => readRecording(app, file, folder)));
  return recorded.reduce(mergeReads, {});
}

/** The paths and patterns that lead to nothing: a recording that is not there would be taken for an app that reads less. */
async function lackingIn(reads: readonly string[], folder: string): Promise<string[]> {
  const wanted = reads.filter((pattern) => !pattern.startsWith('!'));
  const found = await Promise.all(wanted.map((pattern) => findFiles([pattern], folder, '*.json')));
  return wanted.filter((_, index) => found[index]!.length === 0);
}

async function readRecording(app: string, file: string, folder: string): Promise<Reads> {
  const { parseReads, ReadsError } = await import('@busbar/governance/lock');
  const label = fromHere(file, folder);
  try {
    const recorded = parseReads(await readFile(file, 'utf8'));
    if (recorded.app !== app) throw foreign(app, recorded.app, label, file);
    return recorded.reads;
  } catch (error) {
    if (!(error instanceof ReadsError)) throw error;
    throw new CannotRun({ code: 'unreadable-recording', message: `${label}: ${error.message}`, file });
  }
}

function missing(app: string, reads: readonly string[]): CannotRun {
  return new CannotRun({
    code: 'no-recording',
    message: `There is no recording of what ${app} reads at ${reads.join(', ')}.`,
    advice: 'Run the tests of the app with recording on and commit what they write, or mend the path in the configuration.',
  });
}

function foreign(app: string, found: string, label: string, file: string): CannotRun {
  return new CannotRun({
    code: 'foreign-recording',
    message: `${label} is a recording of "${found}", and the configuration names it for "${app}".`,
    advice: 'Call the app the same in both places.',
    file,
  });
}
