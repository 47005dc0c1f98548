import { readFileSync } from 'node:fs';
import { join } from 'node:path';

/** The version of a package that a folder has installed. */
export function installedVersion(folder: string, name: string): string {
  const { version } = JSON.parse(readFileSync(join(folder, 'node_modules', name, 'package.json'), 'utf8'));
  return version;
}
