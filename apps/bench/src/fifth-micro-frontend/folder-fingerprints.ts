import { createHash } from 'node:crypto';
import { globSync, readFileSync, statSync } from 'node:fs';
import { join } from 'node:path';

/** The hash of every file below a folder, by its path; installed and built files left out. */
export function folderFingerprints(folder: string): ReadonlyMap<string, string> {
  const files = globSync('**/*', { cwd: folder, exclude: (path) => /(^|\/)(node_modules|dist)$/.test(path) });
  return new Map(
    files
      .filter((file) => statSync(join(folder, file)).isFile())
      .map((file) => [
        file,
        createHash('sha256')
          .update(readFileSync(join(folder, file)))
          .digest('hex'),
      ]),
  );
}

/** What has become of the files of a folder. */
export interface FolderChange {
  readonly added: readonly string[];
  /** Those whose content is another, or that are gone. */
  readonly changed: readonly string[];
}

/** Compares two states of a folder by content. */
export function folderChange(before: ReadonlyMap<string, string>, after: ReadonlyMap<string, string>): FolderChange {
  return {
    added: [...after.keys()].filter((file) => !before.has(file)),
    changed: [...before.keys()].filter((file) => before.get(file) !== after.get(file)),
  };
}
