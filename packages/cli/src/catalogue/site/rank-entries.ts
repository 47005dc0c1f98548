import type { SearchEntry } from './search-entry.ts';

/** A find, and the field that it was found by if that is what fits best. */
export interface SearchResult {
  readonly entry: SearchEntry;
  readonly score: number;
  readonly field?: readonly [name: string, anchor: string];
}

/**
 * The entries that hold every word of a query, best first. A name counts more than a field, a field more than an owner, app or
 * tag, and those more than a summary; the whole of a word more than its beginning, and that more than its inside.
 */
export function rankEntries(entries: readonly SearchEntry[], query: string, most = 20): SearchResult[] {
  const terms = termsOf(query);
  if (terms.length === 0) return [];
  return entries
    .map((entry) => resultFor(entry, terms))
    .filter((result) => result !== undefined)
    .sort((one, other) => other.score - one.score || byLength(one.entry.name, other.entry.name))
    .slice(0, most);
}

/** The words of a query in lower case. */
export function termsOf(query: string): string[] {
  return query.toLowerCase().split(/\s+/).filter(Boolean);
}

function resultFor(entry: SearchEntry, terms: readonly string[]): SearchResult | undefined {
  const finds = terms.map((term) => findIn(entry, term));
  if (finds.some(({ score }) => score === 0)) return undefined;
  const score = finds.reduce((sum, find) => sum + find.score, 0);
  const field = finds.find((find) => find.field)?.field;
  return field ? { entry, score, field } : { entry, score };
}

function findIn({ kind, name, words = [], fields = [], summary = '' }: SearchEntry, term: string): Omit<SearchResult, 'entry'> {
  const byField = fields
    .map((field) => ({ score: fitOf(field[0], term) * 6, field }))
    .reduce((best, next) => (next.score > best.score ? next : best), { score: 0, field: fields[0] });
  const others = Math.max(
    fitOf(name, term) * (kind === 'event' ? 12 : 11),
    ...words.map((word) => fitOf(word, term) * 4),
    fitOf(summary, term) * 2,
  );
  return byField.field && byField.score > others ? { score: byField.score, field: byField.field } : { score: others };
}

/** From 0 for nothing to 10 for the whole text. */
function fitOf(text: string, term: string): number {
  const plain = text.toLowerCase();
  const at = plain.indexOf(term);
  if (at < 0) return 0;
  if (plain.length === term.length) return 10;
  if (at === 0) return 8;
  if (plain.endsWith(`:${term}`)) return 9;
  return startsWord(text, plain, term) ? 6 : 3;
}

/** Says whether a word of the text begins like this: after a sign, or at an upper-case letter. */
function startsWord(text: string, plain: string, term: string): boolean {
  for (let at = plain.indexOf(term); at >= 0; at = plain.indexOf(term, at + 1)) {
    if (/[^A-Za-z0-9]/.test(text[at - 1] ?? '') || (/[A-Z]/.test(text[at] ?? '') && /[a-z0-9]/.test(text[at - 1] ?? '')))
      return true;
  }
  return false;
}

function byLength(one: string, other: string): number {
  return one.length - other.length || (one < other ? -1 : 1);
}
