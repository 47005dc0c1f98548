import type { Report } from '../pairs/report.ts';
import type { PlainSchema, TypedSchema } from '../typed/typed-schema.ts';
import { compareArrays } from './compare-arrays.ts';
import { compareCombined } from './compare-combined.ts';
import { compareMetadata } from './compare-metadata.ts';
import { compareNumbers } from './compare-numbers.ts';
import { compareObjects } from './compare-objects.ts';
import { compareStrings } from './compare-strings.ts';
import { compareAddedExtras, compareExtras } from './compare-unseen.ts';
import { compareConst, compareEnum, compareNot, compareUnknown } from './compare-values.ts';
import { compareWithCombined } from './compare-with-combined.ts';

/** Compares two schemas by the rules, one level deep; subschemas are compared through the report. */
export function compareTyped(original: TypedSchema, updated: TypedSchema, report: Report): void {
  if (original === updated) return;
  if (original.kind === 'combined' && updated.kind === 'combined') {
    compareMetadata(original, updated, report);
    compareExtras(original, updated, report);
    compareCombined(original, updated, report);
  } else if (compareWithCombined(original, updated, report)) {
    compareAddedExtras(original, updated, report);
  } else if (original.kind === updated.kind) {
    compareMetadata(original, updated, report);
    compareExtras(original, updated, report);
    compareOfOneKind(original as PlainSchema, updated as PlainSchema, report);
  } else {
    compareKinds(original, updated, report);
  }
}

/** Nothing goes into everything, and everything takes in everything. All else of different kinds is different. */
function compareKinds(original: TypedSchema, updated: TypedSchema, report: Report): void {
  const kinds = { original: nameOf(original), updated: nameOf(updated) };
  if (original.kind === 'nothing') report.add('TYPE_EXTENDED', '', { ...kinds, isSilent: true });
  else if (updated.kind !== 'anything') report.add('TYPE_CHANGED', '', kinds);
  else {
    report.add('TYPE_EXTENDED', '', { ...kinds, isSilent: true });
    compareAddedExtras(original, updated, report);
  }
}

function compareOfOneKind(original: PlainSchema, updated: PlainSchema, report: Report): void {
  compareExplicitness(original, updated, report);
  if (!original.node || !updated.node) return;
  const nodes = [original.node, updated.node, report] as const;
  if (original.kind === 'string') compareStrings(...nodes);
  else if (original.kind === 'number') compareNumbers(original, updated, report);
  else if (original.kind === 'object') compareObjects(...nodes);
  else if (original.kind === 'array') compareArrays(...nodes);
  else if (original.kind === 'enum') compareEnum(...nodes);
  else if (original.kind === 'const') compareConst(...nodes);
  else if (original.kind === 'not') compareNot(...nodes);
  else if (original.kind === 'unknown') compareUnknown(...nodes);
}

/** The rules do not see whether `type` is written; without it, values of other kinds are let through. */
function compareExplicitness(original: PlainSchema, updated: PlainSchema, report: Report): void {
  if (original.isExplicit === updated.isExplicit) return;
  const kinds = { original: nameOf(original), updated: nameOf(updated) };
  if (updated.isExplicit) report.add('TYPE_NARROWED', '', { ...kinds, class: 'unchecked' });
  else report.add('TYPE_EXTENDED', '', { ...kinds, isSilent: true });
}

function nameOf(schema: TypedSchema): string {
  if (schema.kind === 'combined') return schema.keyword;
  if (schema.kind === 'number' && schema.isInteger) return 'integer';
  return schema.isExplicit ? schema.kind : `${schema.kind} or any other type`;
}
