import type { SchemaNode } from '../../json-schema/schema-node.ts';
import type { Report } from '../pairs/report.ts';
import { compareBounds } from './compare-bounds.ts';

export function compareStrings(original: SchemaNode, updated: SchemaNode, report: Report): void {
  compareBounds(
    [
      ['maxLength', 'MAX_LENGTH'],
      ['minLength', 'MIN_LENGTH'],
    ],
    original,
    updated,
    report,
  );
  const before = original.pattern;
  const after = updated.pattern;
  if (before === after) return;
  const change = before === undefined ? 'ADDED' : after === undefined ? 'REMOVED' : 'CHANGED';
  report.add(`PATTERN_${change}`, '/pattern', { original: before, updated: after });
}
