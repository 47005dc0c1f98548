import { resolve } from 'node:path';
import type { LockFile } from '@busbar/governance/lock';
import type { Invocation } from '../commands/command.ts';
import { type LoadedConfig, loadConfig } from '../config/load-config.ts';
import { CannotRun } from './cannot-run.ts';
import { fromHere } from './from-here.ts';
import { readLock } from './read-lock.ts';

/** A configuration, and what is locked. */
export interface LockedProject extends LoadedConfig {
  readonly lock: LockFile;
}

/**
 * Reads the lock file and no contract, for commands that tell what is published.
 *
 * @throws CannotRun `no-lock` if there is none yet.
 */
export async function openLock({ cwd, config: asked, host }: Invocation): Promise<LockedProject> {
  const loaded = await loadConfig(cwd, asked, host);
  const file = resolve(loaded.folder, loaded.config.lock ?? 'busbar.lock.json');
  const lock = await readLock(file, cwd);
  if (lock) return { ...loaded, lock };
  throw new CannotRun({
    code: 'no-lock',
    message: `There is no lock file at ${fromHere(file, cwd)} yet.`,
    advice: 'Run busbar snapshot first: what is published is what is locked.',
  });
}
