import { compareBounds } from './compare-bounds.ts';
import type { Report } from './report.ts';
import type { PlainSchema } from './typed-schema.ts';

export function compareNumbers(original: PlainSchema, updated: PlainSchema, report: Report): void {
  if (!original.node || !updated.node) return;
  compareBounds(
    [
      ['maximum', 'MAXIMUM'],
      ['minimum', 'MINIMUM'],
      ['exclusiveMaximum', 'EXCLUSIVE_MAXIMUM'],
      ['exclusiveMinimum', 'EXCLUSIVE_MINIMUM'],
    ],
    original.node,
    updated.node,
    report,
  );
  compareMultipleOf(original.node.multipleOf, updated.node.multipleOf, report);
  if (original.isInteger === updated.isInteger) return;
  if (original.isInteger) report.add('TYPE_EXTENDED', '', { original: 'integer', updated: 'number' });
  else report.add('TYPE_NARROWED', '', { original: 'number', updated: 'integer' });
}

function compareMultipleOf(before: number | undefined, after: number | undefined, report: Report): void {
  if (before === after) return;
  report.add(`MULTIPLE_OF_${changeOf(before, after)}`, '/multipleOf', { original: before, updated: after });
}

function changeOf(before: number | undefined, after: number | undefined) {
  if (before === undefined) return 'ADDED';
  if (after === undefined) return 'REMOVED';
  if (isMultiple(before, after)) return 'REDUCED';
  return isMultiple(after, before) ? 'EXPANDED' : 'CHANGED';
}

/** 0.3 is a multiple of 0.1, whatever binary fractions make of it. */
function isMultiple(value: number, divisor: number): boolean {
  const ratio = value / divisor;
  return Math.abs(ratio - Math.round(ratio)) <= Number.EPSILON * Math.abs(ratio) * 4;
}
