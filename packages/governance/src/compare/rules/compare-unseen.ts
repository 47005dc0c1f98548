import type { SchemaNode } from '../../json-schema/schema-node.ts';
import type { UnseenKeyword } from '../difference-types.ts';
import type { Report } from '../pairs/report.ts';
import type { TypedSchema } from '../typed/typed-schema.ts';

const texts = [
  ['format', 'FORMAT'],
  ['contentEncoding', 'CONTENT_ENCODING'],
  ['contentMediaType', 'CONTENT_MEDIA_TYPE'],
] as const satisfies readonly (readonly [keyof SchemaNode, UnseenKeyword])[];

const none: Partial<SchemaNode> = {};

/** Formats, encodings and conditions, which belong to a schema as a whole and which the rules do not look at. */
export function compareExtras(original: TypedSchema, updated: TypedSchema, report: Report): void {
  if (original.isPart || updated.isPart) return;
  const before = original.node ?? none;
  const after = updated.node ?? none;
  for (const [keyword, name] of texts) {
    if (before[keyword] === after[keyword]) continue;
    const change = changeOf(before[keyword], after[keyword]);
    report.add(`${name}_${change}`, `/${keyword}`, { original: before[keyword], updated: after[keyword] });
  }
  compareConditions(before, after, report);
}

/** As `compareExtras`, where the schemas are of different kinds: only what the updated schema asks for matters. */
export function compareAddedExtras(original: TypedSchema, updated: TypedSchema, report: Report): void {
  if (updated.isPart || !updated.node) return;
  const before: Partial<SchemaNode> = original.isPart ? none : (original.node ?? none);
  for (const [keyword, name] of texts) {
    const after = updated.node[keyword];
    if (after === undefined || after === before[keyword]) continue;
    report.add(`${name}_${changeOf(before[keyword], after)}`, `/${keyword}`, { original: before[keyword], updated: after });
  }
  if (updated.node.if !== undefined) compareConditions(before, updated.node, report);
}

/** Whether a condition admits more or less depends on all three parts, so any difference counts. */
function compareConditions(before: Partial<SchemaNode>, after: Partial<SchemaNode>, report: Report): void {
  if (before.if === undefined && after.if === undefined) return;
  if (before.if === undefined || after.if === undefined) {
    report.add(`CONDITION_${changeOf(before.if, after.if)}`, '/if');
    return;
  }
  report.unchecked('CONDITION_CHANGED', '/if', [
    [before.if, after.if],
    [after.if, before.if],
    [before.then, after.then],
    [before.else, after.else],
  ]);
}

export function changeOf(before: unknown, after: unknown): 'ADDED' | 'REMOVED' | 'CHANGED' {
  if (before === undefined) return 'ADDED';
  return after === undefined ? 'REMOVED' : 'CHANGED';
}
