import { existsSync, readFileSync } from 'node:fs';
import { basename, dirname, resolve } from 'node:path';
import { anchorsOf, withoutCode } from './markdown.ts';

/** `[text](target)`, or the attribute of an image or a link that is written as HTML. */
const link = /\[((?:[^[\]]|\[[^\]]*\])*)\]\(([^()\s]+)\)|\s(?:src|srcset|href)="([^"]+)"/g;

/**
 * Follows every link of a Markdown file that stays in the repository: its file has to be there, and the heading that it
 * names. A link to a test says the title of what it proves, or a part of it, which has to be in that test.
 *
 * @returns one sentence for each link that leads nowhere, with file and line
 */
export function brokenLinks(file: string): string[] {
  const text = withoutCode(readFileSync(file, 'utf8'));
  return [...text.matchAll(link)].flatMap(({ index, 1: words, 2: inMarkdown, 3: inHtml = '' }) => {
    const complaint = complaintAbout(file, inMarkdown ?? inHtml, words);
    return complaint ? [`${file}:${text.slice(0, index).split('\n').length}: ${complaint}`] : [];
  });
}

function complaintAbout(file: string, target: string, words: string | undefined): string | undefined {
  if (/^[a-z]+:/.test(target)) return undefined;
  const [path = '', anchor] = target.split('#');
  const found = path ? resolve(dirname(file), decodeURIComponent(path)) : file;
  if (path.startsWith('/') || !existsSync(found)) return `${target} is not there.`;
  if (anchor !== undefined && !(found.endsWith('.md') && anchorsOf(readFileSync(found, 'utf8')).includes(anchor)))
    return `${target} names no heading.`;
  if (words !== undefined && /\.(test|spec)\.tsx?$/.test(found) && !isIn(found, words))
    return `${path} has no test that says "${words}".`;
  return undefined;
}

function isIn(test: string, words: string): boolean {
  const said = words.replaceAll('\\', '').replace(/\s+/g, ' ');
  return said.replaceAll('`', '') === basename(test) || readFileSync(test, 'utf8').includes(said);
}
