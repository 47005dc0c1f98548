import { chmodSync } from 'node:fs';
import { basename, join } from 'node:path';
import type { Plugin } from 'vite';
import { readManifest } from './manifest.ts';

/** Lets the built commands of a package be run as they lie there. */
export function executableBin(folder: string): Plugin {
  return {
    name: 'busbar:executable-bin',
    writeBundle({ dir = join(folder, 'dist') }) {
      for (const file of Object.values(readManifest(folder).bin ?? {})) {
        chmodSync(join(dir, basename(file).replace(/\.ts$/, '.js')), 0o755);
      }
    },
  };
}
