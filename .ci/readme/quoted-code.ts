import { existsSync, readFileSync } from 'node:fs';
import { join } from 'node:path';

const quoted = /^(`{3,})\w+ of=([\w./-]+) *\n([\s\S]*?)^\1 *$/gm;

/**
 * Compares the blocks of a page that say of which file they are a part with those files.
 *
 * @returns one sentence for each block that says something else
 */
export function untrueQuotes(markdown: string, root: string): string[] {
  return [...markdown.matchAll(quoted)].flatMap(({ index, 2: file = '', 3: code = '' }) => {
    const line = markdown.slice(0, index).split('\n').length;
    if (!existsSync(join(root, file))) return [`${line}: ${file} is not there.`];
    return readFileSync(join(root, file), 'utf8').includes(code) ? [] : [`${line}: is no part of ${file}.`];
  });
}
