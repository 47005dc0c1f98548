import { execFile } from 'node:child_process';
import { mkdtemp, rm } from 'node:fs/promises';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { fileURLToPath } from 'node:url';
import { promisify } from 'node:util';
import { buildCore } from './build-core.ts';
import type { Operation } from './limits.ts';
import type { WorkByFunction } from './work.ts';

export type WorkByOperation = Readonly<Record<Operation, WorkByFunction>>;

/**
 * What makes the engine do the same each time: it interprets all code, since compilers leave allocations out when they come
 * to it, has room so that nothing is collected, samples each allocation, and draws nothing by lot.
 */
const flags = [
  '--no-opt',
  '--no-maglev',
  '--no-sparkplug',
  '--single-threaded',
  '--min-semi-space-size=64',
  '--max-semi-space-size=64',
  '--sampling-heap-profiler-suppress-randomness',
  '--hash-seed=1',
  '--random-seed=1',
];

/** Counts, in a Node of its own and without a clock, what the core as it is built for production does on the hot path. */
export async function countWork(): Promise<WorkByOperation> {
  const folder = await mkdtemp(join(tmpdir(), 'busbar-hot-path-'));
  try {
    const program = fileURLToPath(new URL('count.ts', import.meta.url));
    const { NODE_OPTIONS: _, ...env } = process.env;
    const command = [...flags, program, await buildCore(folder)];
    const { stdout } = await promisify(execFile)(process.execPath, command, { env, maxBuffer: 2 ** 24 });
    return JSON.parse(stdout);
  } finally {
    await rm(folder, { recursive: true });
  }
}
