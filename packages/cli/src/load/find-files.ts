import { existsSync, statSync } from 'node:fs';
import { glob } from 'node:fs/promises';
import { basename, join, resolve, sep } from 'node:path';

const never = ['node_modules', '.git'];
const isPattern = (path: string) => /[*?[\]{}]/.test(path);

/**
 * The files that paths and glob patterns lead to, sorted, each once. A pattern that begins with `!` takes files out again.
 * A folder stands for `inFolders` in it. Nothing is looked for in `node_modules`.
 */
export async function findFiles(patterns: readonly string[], folder: string, inFolders = '*'): Promise<string[]> {
  const found = new Set<string>();
  for (const pattern of patterns.filter((one) => !one.startsWith('!'))) {
    for (const file of await expand(pattern, folder, inFolders)) found.add(file);
  }
  for (const pattern of patterns.filter((one) => one.startsWith('!'))) {
    for (const file of await expand(pattern.slice(1), folder, '**')) found.delete(file);
  }
  return [...found].sort();
}

async function expand(pattern: string, folder: string, inFolders: string): Promise<string[]> {
  const path = resolve(folder, pattern);
  if (!isPattern(pattern) && !existsSync(path)) return [];
  if (!isPattern(pattern) && statSync(path).isFile()) return [path];
  const files: string[] = [];
  const wanted = isPattern(pattern) ? pattern : join(pattern, inFolders);
  for await (const match of glob(wanted, { cwd: folder, exclude: (path) => never.includes(basename(path)) })) {
    files.push(resolve(folder, match));
  }
  return files.filter(isSource);
}

function isSource(file: string): boolean {
  return !file.split(sep).includes('node_modules') && statSync(file, { throwIfNoEntry: false })?.isFile() === true;
}
