import { sameJson } from '../../json-schema/same-json.ts';
import type { SchemaNode } from '../../json-schema/schema-node.ts';
import type { Report } from '../pairs/report.ts';

export function compareEnum(original: SchemaNode, updated: SchemaNode, report: Report): void {
  const before = original.enum ?? [];
  const after = updated.enum ?? [];
  const gone = missingIn(after, before);
  const fresh = missingIn(before, after);
  if (gone.length === 0 && fresh.length === 0) return;
  const change = gone.length === 0 ? 'EXTENDED' : fresh.length === 0 ? 'NARROWED' : 'CHANGED';
  report.add(`ENUM_ARRAY_${change}`, '/enum', { original: gone, updated: fresh });
}

/** Values of `wanted` that `values` has not. */
function missingIn(values: readonly unknown[], wanted: readonly unknown[]): unknown[] {
  const plain = new Set(values);
  return wanted.filter((value) => !plain.has(value) && !values.some((other) => sameJson(other, value)));
}

export function compareConst(original: SchemaNode, updated: SchemaNode, report: Report): void {
  if (sameJson(original.const, updated.const)) return;
  report.add('ENUM_ARRAY_CHANGED', '/const', { original: [original.const], updated: [updated.const] });
}

/** What is excluded is compared the other way round: whatever the reader excludes, the writer has to exclude. */
export function compareNot(original: SchemaNode, updated: SchemaNode, report: Report): void {
  report.negated(original.not ?? false, updated.not ?? false, '/not');
}

/** A set of values that JSON Schema cannot express is the same as the one with the same name, and as no other. */
export function compareUnknown(original: SchemaNode, updated: SchemaNode, report: Report): void {
  const before = original.raw['x-type'];
  const after = updated.raw['x-type'];
  if (before !== after) report.add('TYPE_CHANGED', '', { original: before, updated: after });
}
