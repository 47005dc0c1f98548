import { spawn, spawnSync } from 'node:child_process';
import { existsSync, mkdtempSync, rmSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { delimiter, join } from 'node:path';

/** The first of some programs that is there, given by its path or by a name that `PATH` knows. */
export function findProgram(...programs: (string | undefined)[]): string | undefined {
  const folders = (process.env['PATH'] ?? '').split(delimiter);
  const named = programs.filter((program) => program !== undefined);
  return named.flatMap((one) => (one.includes('/') ? one : folders.map((folder) => join(folder, one)))).find(existsSync);
}

/** What a program says its version is. */
export function versionOfProgram(program: string, environment: NodeJS.ProcessEnv = process.env): string | undefined {
  const { stdout } = spawnSync(program, ['--version'], { env: environment, encoding: 'utf8', timeout: 20_000 });
  return stdout?.match(/\d+(\.\d+)+/)?.[0];
}

/** A folder that a browser may fill. */
export function temporaryFolder(): string {
  return mkdtempSync(join(tmpdir(), 'busbar-acceptance-'));
}

/** Starts a program in a process group of its own. Answers what ends all of it, and removes a folder after it. */
export function start(program: string, given: string[], environment: NodeJS.ProcessEnv, folder: string): () => Promise<void> {
  const child = spawn(program, given, { env: environment, detached: true, stdio: 'ignore' });
  const gone = new Promise<void>((resolve) => child.once('exit', () => resolve()).once('error', () => resolve()));
  const end = (): void => {
    try {
      process.kill(-child.pid!, 'SIGKILL');
    } catch {} // It is gone already.
  };
  process.once('exit', end);
  return async () => {
    process.off('exit', end);
    end();
    await gone;
    rmSync(folder, { recursive: true, force: true, maxRetries: 5, retryDelay: 200 });
  };
}
