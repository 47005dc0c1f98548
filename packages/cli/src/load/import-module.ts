import { pathToFileURL } from 'node:url';
import { CannotRun } from './cannot-run.ts';
import { explainFailure } from './explain-failure.ts';
import { findAwaits } from './find-awaits.ts';
import type { Watch } from './watch.ts';

/** What it takes to run modules of a project. */
export interface ModuleHost {
  readonly folder: string;
  readonly watch: Watch;
  /** The project's own files that have been imported so far. */
  readonly imported: readonly string[];
}

/**
 * Imports a module as it is, also one in TypeScript, and answers its exports.
 *
 * @throws CannotRun with the reason and the module's own stack if it throws, does not parse, cannot be resolved or wants to end
 * the process. A module that takes too long ends the command.
 */
export async function importModule(file: string, label: string, host: ModuleHost): Promise<Record<string, unknown>> {
  const before = host.imported.length;
  const release = forbidExit();
  try {
    const waiting = () => host.imported.slice(before).flatMap(findAwaits);
    return await host.watch.during(`Reading ${label}`, () => import(pathToFileURL(file).href), waiting);
  } catch (error) {
    throw new CannotRun(explainFailure(error, file, label, host.folder));
  } finally {
    release();
  }
}

/** A module that ends the process would end the gate with the exit code of its choice. */
function forbidExit(): () => void {
  const { exit } = process;
  process.exit = (code) => {
    throw new Error(`It called process.exit(${code ?? ''}).`);
  };
  return () => {
    process.exit = exit;
  };
}
