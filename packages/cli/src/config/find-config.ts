import { existsSync } from 'node:fs';
import { dirname, join, resolve } from 'node:path';
import { CannotRun } from '../load/cannot-run.ts';

const names = ['busbar.config.ts', 'busbar.config.mts', 'busbar.config.js', 'busbar.config.mjs'];

/**
 * The path of the configuration: the one that is asked for, else the nearest `busbar.config.*` in the folder or above it.
 *
 * @throws CannotRun `no-config`.
 */
export function findConfig(cwd: string, asked?: string): string {
  const found = asked === undefined ? nearest(cwd) : resolve(cwd, asked);
  if (found !== undefined && existsSync(found)) return found;
  throw new CannotRun({
    code: 'no-config',
    message: asked === undefined ? `There is no ${names[0]} in ${cwd} or above it.` : `There is no configuration at ${asked}.`,
    advice:
      asked === undefined
        ? 'Run npx busbar init, or name the file: --config path/to/busbar.config.ts'
        : 'Mend the path after --config.',
  });
}

function nearest(folder: string): string | undefined {
  const here = names.map((name) => join(folder, name)).find((file) => existsSync(file));
  if (here !== undefined || dirname(folder) === folder) return here;
  return nearest(dirname(folder));
}
