import { existsSync, readFileSync } from 'node:fs';
import { join } from 'node:path';

/** What the builds read from a `package.json`. */
export interface Manifest {
  name: string;
  version: string;
  /** What other packages import. */
  exports?: Record<string, string>;
  /** Commands by name. */
  bin?: Record<string, string>;
  dependencies?: Record<string, string>;
  devDependencies?: Record<string, string>;
  peerDependencies?: Record<string, string>;
}

/** Reads the `package.json` of a folder. */
export function readManifest(folder: string): Manifest {
  const file = join(folder, 'package.json');
  if (!existsSync(file)) throw new Error(`No package.json in ${folder}: run this build in the folder of a package or an app.`);
  return JSON.parse(readFileSync(file, 'utf8'));
}

/** The sources that a package is entered by. */
export function entriesOf({ exports = {}, bin = {} }: Manifest): string[] {
  return [...Object.values(exports), ...Object.values(bin)];
}

/** The version that a build of the core carries: BUSBAR_VERSION where it is set, else the version of the package in `folder`. */
export function versionOf(folder: string): Record<string, string> {
  return { __BUSBAR_VERSION__: JSON.stringify(process.env['BUSBAR_VERSION'] ?? readManifest(folder).version) };
}

/** Makes a build of the core the one for production: codes for error messages, no checks of what only developers get wrong. */
export const withoutProse = { __BUSBAR_PRODUCTION__: 'true' };
