import type { SchemaNode } from '../../json-schema/schema-node.ts';
import type { Report } from '../pairs/report.ts';
import type { PlainSchema } from '../typed/typed-schema.ts';
import { compareBounds } from './compare-bounds.ts';

export function compareNumbers(original: PlainSchema, updated: PlainSchema, report: Report): void {
  if (!original.node || !updated.node) return;
  compareLimits('maximum', original.node, updated.node, report);
  compareLimits('minimum', original.node, updated.node, report);
  compareMultipleOf(original.node.multipleOf, updated.node.multipleOf, report);
  if (original.isInteger === updated.isInteger) return;
  if (original.isInteger) report.add('TYPE_EXTENDED', '', { original: 'integer', updated: 'number' });
  else report.add('TYPE_NARROWED', '', { original: 'number', updated: 'integer' });
}

const limits = {
  maximum: { name: 'MAXIMUM', exclusive: 'exclusiveMaximum', exclusiveName: 'EXCLUSIVE_MAXIMUM' },
  minimum: { name: 'MINIMUM', exclusive: 'exclusiveMinimum', exclusiveName: 'EXCLUSIVE_MINIMUM' },
} as const;

/** In draft-04 an exclusive bound is a flag beside the bound, and the rules look at the bound alone. */
function compareLimits(keyword: keyof typeof limits, original: SchemaNode, updated: SchemaNode, report: Report): void {
  const { name, exclusive, exclusiveName } = limits[keyword];
  const isFlag = [original, updated].map(({ raw }) => raw[exclusive] === true);
  const isNumber = [original, updated].some(({ raw }) => typeof raw[exclusive] === 'number');
  if (isNumber || !isFlag.includes(true)) {
    compareBounds(
      [
        [keyword, name],
        [exclusive, exclusiveName],
      ],
      original,
      updated,
      report,
    );
    return;
  }
  const [before, after] = [original, updated].map((node) => ({ [keyword]: node[exclusive] ?? node[keyword] }));
  compareBounds([[keyword, name]], before ?? {}, after ?? {}, report);
  if (isFlag[0] === isFlag[1]) return;
  const change = isFlag[1] ? 'ADDED' : 'REMOVED';
  const values = { original: original[exclusive], updated: updated[exclusive] };
  report.add(`${exclusiveName}_${change}`, `/${exclusive}`, { ...values, class: 'unchecked' });
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
