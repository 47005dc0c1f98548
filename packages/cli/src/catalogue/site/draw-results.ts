import { addressOf } from './load-search-index.ts';
import { markTerms } from './mark-terms.ts';
import type { SearchResult } from './rank-entries.ts';

/** The options of the list of results: links, so that they open as links do. */
export function drawResults(results: readonly SearchResult[], terms: readonly string[]): HTMLAnchorElement[] {
  return results.map((result, index) => drawResult(result, index, terms));
}

function drawResult({ entry, field }: SearchResult, index: number, terms: readonly string[]): HTMLAnchorElement {
  const link = document.createElement('a');
  link.className = 'search-result';
  link.id = `search-result-${index}`;
  link.setAttribute('role', 'option');
  link.setAttribute('aria-selected', 'false');
  link.tabIndex = -1;
  link.href = addressOf(field ? `${entry.path}#${field[1]}` : entry.path);
  link.append(
    part('search-result-name', entry.name, terms),
    ' ',
    part('search-result-kind', entry.lifecycle ?? entry.kind, []),
    ' ',
    part('search-result-why', field ? `field ${field[0]}` : (entry.summary ?? ''), terms),
  );
  return link;
}

function part(name: string, text: string, terms: readonly string[]): HTMLElement {
  const element = document.createElement('span');
  element.className = name;
  for (const { text: piece, isMarked } of markTerms(text, terms)) {
    if (!isMarked) element.append(piece);
    else element.append(Object.assign(document.createElement('mark'), { textContent: piece }));
  }
  return element;
}
