import type { Pair } from '../pairs/finding.ts';
import type { Report } from '../pairs/report.ts';
import type { Branch, CombinedSchema } from '../typed/typed-schema.ts';
import { distinctBranches } from './distinct-branches.ts';
import { matchBranches } from './match-branches.ts';

/** Compares `allOf`, `anyOf` and `oneOf` with one another. The order of branches does not matter. */
export function compareCombined(original: CombinedSchema, updated: CombinedSchema, report: Report): void {
  const before = distinctBranches(original);
  const after = distinctBranches(updated);
  const isExclusive = updated.keyword === 'oneOf' && after.length > 1;
  const keywords = { original: original.keyword, updated: updated.keyword };
  if (original.keyword !== updated.keyword) {
    if (!isKeywordExtended(original, before.length, updated, after.length)) {
      report.add('COMBINED_TYPE_CHANGED', '', keywords);
      return;
    }
    report.add('COMBINED_TYPE_EXTENDED', '', { ...keywords, ...(isExclusive && { class: 'tolerated' }) });
  }
  compareSizes(original, before.length, updated, after.length, report);
  compareBranches(before, after, updated.keyword, isExclusive, report);
}

/** Whether the other keyword takes whatever the first one took. */
function isKeywordExtended(original: CombinedSchema, before: number, updated: CombinedSchema, after: number): boolean {
  if (updated.keyword === 'anyOf') return true;
  if (before === 1 && (after === 1 || updated.keyword === 'oneOf')) return true;
  return original.keyword === 'allOf' && after === 1;
}

function compareSizes(original: CombinedSchema, before: number, updated: CombinedSchema, after: number, report: Report): void {
  const sizes = { original: before, updated: after };
  if (before < after) {
    const isExclusive = updated.keyword === 'oneOf';
    if (updated.keyword === 'allOf') report.add('PRODUCT_TYPE_EXTENDED', '', sizes);
    else report.add('SUM_TYPE_EXTENDED', '', { ...sizes, ...(isExclusive && { class: 'tolerated' }) });
  }
  if (before > after) report.add(original.keyword === 'allOf' ? 'PRODUCT_TYPE_NARROWED' : 'SUM_TYPE_NARROWED', '', sizes);
}

/** Finds a partner for as many branches as possible. What is different between partners counts; the others say nothing. */
function compareBranches(
  before: readonly Branch[],
  after: readonly Branch[],
  keyword: string,
  isExclusive: boolean,
  report: Report,
): void {
  const pairs = before.map((one) => after.map((other) => report.compare(one.schema, other.schema)));
  const partners = matchBranches(pairs.map((row, index) => row.map((pair, other) => costOf(pair, index, other))));
  let matched = 0;
  for (const [index, partner] of partners.entries()) {
    const pair = pairs[index]?.[partner];
    const at = before[index]?.at ?? '';
    if (!pair) continue;
    matched++;
    report.keep(pair, at && `/${keyword}/${at.split('/').at(-1)}`, isExclusive);
  }
  if (matched === Math.min(before.length, after.length)) return;
  const row = partners.indexOf(-1);
  const column = after.findIndex((_, index) => !partners.includes(index));
  const because = pairs[row]?.[column];
  report.add('COMBINED_TYPE_SUBSCHEMAS_CHANGED', '', {
    original: before[row]?.at.slice(1),
    ...(because && isOneLeft(partners, after.length) && { because }),
  });
}

/** Where one branch is left on each side, they are meant to be the same one, and what keeps them apart is worth saying. */
function isOneLeft(partners: readonly number[], columns: number): boolean {
  const matched = partners.filter((partner) => partner !== -1).length;
  return partners.length - matched === 1 && columns - matched === 1;
}

/** Few differences first; among equals, the branch that stands in the same place. */
function costOf(pair: Pair, index: number, other: number): number {
  return pair.isBroken ? Infinity : pair.weight * 1_000 + Math.min(Math.abs(index - other), 999);
}
