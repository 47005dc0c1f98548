import { relative } from 'node:path';

/** A path as people write it: from where they are, with forward slashes. What is far away is written in full. */
export function fromHere(file: string, folder: string): string {
  const path = relative(folder, file).replaceAll('\\', '/');
  return path.startsWith('../../../') ? file : path || '.';
}
