import type { Report } from '../pairs/report.ts';
import type { CombinedSchema, TypedSchema } from '../typed/typed-schema.ts';
import { distinctBranches } from './distinct-branches.ts';

/** Compares a combined schema with a plain one. Answers whether they go together; if not, nothing is taken down. */
export function compareWithCombined(original: TypedSchema, updated: TypedSchema, report: Report): boolean {
  if (updated.kind === 'combined') return intoCombined(original, updated, report);
  return original.kind === 'combined' && outOfCombined(original, updated, report);
}

/** Whatever goes into one of the branches goes into `anyOf` and `oneOf`. */
function intoCombined(original: TypedSchema, updated: CombinedSchema, report: Report): boolean {
  const branches = distinctBranches(updated);
  const isOnly = branches.length === 1;
  if (!isOnly && updated.keyword === 'allOf') return false;
  const pair = branches.map(({ schema }) => report.compare(original, schema)).find(({ isBroken }) => !isBroken);
  if (!pair) return false;
  const isExclusive = !isOnly && updated.keyword === 'oneOf';
  report.keep(pair, '', isExclusive);
  const sizes = { original: 1, updated: branches.length };
  if (!isOnly) report.add('SUM_TYPE_EXTENDED', '', { ...sizes, ...(isExclusive && { class: 'tolerated' }) });
  return true;
}

/** What satisfies all branches satisfies whatever takes in one of them. */
function outOfCombined(original: CombinedSchema, updated: TypedSchema, report: Report): boolean {
  const branches = distinctBranches(original);
  const isOnly = branches.length === 1;
  if (!isOnly && original.keyword !== 'allOf') return false;
  const pair = branches.map(({ schema }) => report.compare(schema, updated)).find(({ isBroken }) => !isBroken);
  if (!pair) return false;
  report.keep(pair, '');
  if (!isOnly) report.add('PRODUCT_TYPE_NARROWED', '', { original: branches.length, updated: 1 });
  return true;
}
