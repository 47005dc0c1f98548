import { readFile } from 'node:fs/promises';
import { join } from 'node:path';
import { formatReads, mergeReads, parseReads, type RecordedReads } from '@busbar/governance/lock';
import { writeReads } from '@busbar/testing/write-reads';
import type { BrowserCommand } from 'vitest/node';
import { root } from '../root.mjs';

const folder = join(root, 'apps/contracts/busbar.reads');

/**
 * Holds what an app of the shop reads in a test file against its recording, which the gate goes by. With BUSBAR_READS set, adds it.
 *
 * @throws Error where the app reads what its recording has not.
 */
export const keepReads: BrowserCommand<[recorded: RecordedReads]> = async (_context, recorded) => {
  if (process.env['BUSBAR_READS']) return writeReads(folder, [recorded]);
  const { app, reads } = parseReads(await readFile(join(folder, `${recorded.app}.json`), 'utf8'));
  const both = formatReads({ app, reads: mergeReads(reads, recorded.reads) });
  if (both === formatReads({ app, reads })) return;
  throw new Error(`${app} reads more than its recording says. Record it anew: pnpm record:reads\n${both}`);
};
