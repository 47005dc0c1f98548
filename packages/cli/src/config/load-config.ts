import { basename, dirname } from 'node:path';
import { CannotRun } from '../load/cannot-run.ts';
import { importModule, type ModuleHost } from '../load/import-module.ts';
import { assertConfig } from './assert-config.ts';
import type { BusbarConfig } from './busbar-config.ts';
import { findConfig } from './find-config.ts';

/** A configuration, and where it came from. */
export interface LoadedConfig {
  readonly config: BusbarConfig;
  /** An absolute path. */
  readonly file: string;
  /** From where its paths are meant. */
  readonly folder: string;
}

/** @throws CannotRun if there is none, it cannot be read or something in it is wrong. */
export async function loadConfig(cwd: string, asked: string | undefined, host: ModuleHost): Promise<LoadedConfig> {
  const file = findConfig(cwd, asked);
  const { default: config } = await importModule(file, basename(file), host);
  if (config === undefined) {
    throw new CannotRun({
      code: 'invalid-config',
      message: `${basename(file)} exports no configuration.`,
      advice: 'Write: export default defineConfig({ contracts: [...] })',
      file,
    });
  }
  assertConfig(config, file);
  return { config, file, folder: dirname(file) };
}
