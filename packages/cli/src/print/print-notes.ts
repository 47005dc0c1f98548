import type { Page } from './page.ts';
import { plural } from './print-findings.ts';
import { indented } from './wrap.ts';

/** Something that a format cannot say, or that was understood otherwise. */
export interface Note {
  readonly contract: string;
  readonly path: string;
  readonly message: string;
}

/** How many notes a person reads. */
const most = 12;

/** What got lost on the way from one format to another; empty where nothing did. */
export function printNotes(notes: readonly Note[], page: Page): string {
  if (notes.length === 0) return '';
  const lines = notes.slice(0, most).map(({ contract, path, message }) => {
    const place = page.paint('dim', [contract, path].filter(Boolean).join(' '));
    return `  ${place}\n${indented(message, 4, page.width)}`;
  });
  const more = notes.length > most ? [`  and ${notes.length - most} more: --json has all`] : [];
  return [`Not everything could be kept: ${plural(notes.length, 'note')}`, ...lines, ...more].join('\n');
}
