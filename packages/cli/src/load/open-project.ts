import { resolve } from 'node:path';
import type { Candidate } from '@busbar/governance/gate';
import type { Apps, LockFile } from '@busbar/governance/lock';
import type { Invocation } from '../commands/command.ts';
import type { BusbarConfig } from '../config/busbar-config.ts';
import { type LoadedConfig, loadConfig } from '../config/load-config.ts';
import { type Positions, positionsIn } from '../locate/positions.ts';
import { readRecordings } from '../usage/read-recordings.ts';
import { scanSources } from '../usage/scan-sources.ts';
import { type LoadedContract, loadContracts } from './load-contracts.ts';
import { readLock } from './read-lock.ts';

/** A project as a command finds it: its configuration, its contracts and what is locked of them. */
export interface Project {
  readonly config: BusbarConfig;
  /** From where the paths of the configuration are meant. */
  readonly folder: string;
  /** The path of the lock file, which may not be there yet. */
  readonly lockFile: string;
  readonly isLocked: boolean;
  readonly lock: LockFile;
  readonly contracts: readonly LoadedContract[];
  readonly candidates: readonly Candidate[];
  /** Who emits, listens and reads: what the configuration says, what is found in sources where it says nothing, and what was recorded. */
  readonly apps: Apps;
  readonly positions: Positions;
}

/**
 * @param parse reads the lock file; `parseLock` unless told otherwise.
 * @param known is taken instead of the configuration that is there.
 * @throws CannotRun if the configuration, a contract or the lock file cannot be read.
 */
export async function openProject(
  { cwd, config: asked, host, progress }: Invocation,
  parse?: (text: string) => LockFile,
  known?: Pick<LoadedConfig, 'config' | 'folder'>,
): Promise<Project> {
  progress.show('Reading the configuration');
  const { config, folder } = known ?? (await loadConfig(cwd, asked, host));
  const positions = positionsIn(() => host.imported);
  const lockFile = resolve(folder, config.lock ?? 'busbar.lock.json');
  const locked = await readLock(lockFile, cwd, parse);
  progress.show('Reading contracts');
  const contracts = await loadContracts(config.contracts, folder, host, positions);
  progress.show('Searching the sources of apps');
  const apps = await findApps(config, contracts, folder);
  const candidates = contracts.map(({ contract, described }) => ({ contract, described }));
  const lock = locked ?? (await import('@busbar/governance/lock')).emptyLock;
  return { config, folder, lockFile, isLocked: locked !== undefined, lock, contracts, candidates, apps, positions };
}

async function findApps({ apps = {} }: BusbarConfig, contracts: readonly LoadedContract[], folder: string): Promise<Apps> {
  const names = new Map(contracts.flatMap(({ names, described }) => names.map((name) => [name, described.type] as const)));
  const found = await Promise.all(
    Object.entries(apps).map(async ([name, app]) => {
      const scanned = app.sources && !(app.emits && app.listens) ? await scanSources(app, names, folder) : undefined;
      const reads = await readRecordings(name, app, folder);
      const { emits = scanned?.emits, listens = scanned?.listens, owner } = app;
      const said = { ...(emits && { emits }), ...(listens && { listens }), ...(reads && { reads }) };
      return [name, { ...said, ...(owner !== undefined && { owner }) }] as const;
    }),
  );
  return Object.fromEntries(found);
}
