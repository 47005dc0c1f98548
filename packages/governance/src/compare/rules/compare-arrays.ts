import { pointerTo } from '../../json-schema/json-pointer.ts';
import type { Schema, SchemaNode } from '../../json-schema/schema-node.ts';
import type { Report } from '../pairs/report.ts';
import { compareBounds } from './compare-bounds.ts';
import { compareOthers } from './compare-others.ts';
import { changeOf } from './compare-unseen.ts';
import { type ContentModel, isAnything, modelOfOtherItems } from './content-model.ts';
import { noteUnevaluated } from './note-unevaluated.ts';

export function compareArrays(original: SchemaNode, updated: SchemaNode, report: Report): void {
  compareBounds(
    [
      ['maxItems', 'MAX_ITEMS'],
      ['minItems', 'MIN_ITEMS'],
      ['maxContains', 'MAX_CONTAINS'],
    ],
    original,
    updated,
    report,
  );
  compareMinContains(original, updated, report);
  if (original.uniqueItems !== updated.uniqueItems) {
    report.add(updated.uniqueItems ? 'UNIQUE_ITEMS_ADDED' : 'UNIQUE_ITEMS_REMOVED', '/uniqueItems');
  }
  compareTuple(original, updated, report);
  const before = modelOfOtherItems(original);
  const after = modelOfOtherItems(updated);
  if (areLists(original, updated)) report.inside(original.items ?? true, updated.items ?? true, '/items');
  else {
    compareList(original, updated, report);
    compareOthers('ADDITIONAL_ITEMS', before, after, report);
  }
  compareContains(original, updated, report);
  noteUnevaluated('ITEMS', [original, before], [updated, after], report);
}

/** Without `minContains` one item is enough, so a 0 that goes away asks for more. The rules take no notice. */
function compareMinContains(original: SchemaNode, updated: SchemaNode, report: Report): void {
  if (original.minContains === 0 && updated.minContains === undefined) {
    report.add('MIN_CONTAINS_REMOVED', '/minContains', { original: 0, class: 'tolerated' });
  } else compareBounds([['minContains', 'MIN_CONTAINS']], original, updated, report);
}

/** Whether both say something about all items alike, and one of them more than that any or none goes. */
function areLists(original: SchemaNode, updated: SchemaNode): boolean {
  const lists = [original, updated].filter(({ prefixItems, items }) => !prefixItems && items !== undefined);
  return lists.length === 2 && lists.some(({ items }) => typeof items === 'object');
}

function compareList(original: SchemaNode, updated: SchemaNode, report: Report): void {
  if (hasList(updated)) report.add('SCHEMA_ADDED', '/items');
  else if (hasList(original)) report.add('SCHEMA_REMOVED', '/items');
}

/** Whether there is one schema for all items. */
function hasList({ prefixItems, items }: SchemaNode): boolean {
  return !prefixItems && typeof items === 'object' && !isAnything(items);
}

function compareTuple(original: SchemaNode, updated: SchemaNode, report: Report): void {
  const before = original.prefixItems ?? [];
  const after = updated.prefixItems ?? [];
  for (const [index, schema] of before.entries()) {
    const at = pointerTo('', 'items', index);
    const other = after[index];
    if (other === undefined) itemRemoved(schema, modelOfOtherItems(updated), at, report);
    else report.inside(schema, other, at);
  }
  for (const [index, schema] of after.entries()) {
    if (index >= before.length) itemAdded(schema, modelOfOtherItems(original), pointerTo('', 'items', index), report);
  }
}

function itemRemoved(schema: Schema, model: ContentModel, at: string, report: Report): void {
  if (model.kind === 'open') report.add('ITEM_REMOVED_FROM_OPEN_CONTENT_MODEL', at);
  else if (model.kind === 'partial') {
    const isCovered = report.inside(schema, model.schema, at);
    report.add(`ITEM_REMOVED_${isCovered ? 'IS' : 'NOT'}_COVERED_BY_PARTIALLY_OPEN_CONTENT_MODEL`, at);
  } else if (schema === false) report.add('ITEM_WITH_FALSE_REMOVED_FROM_CLOSED_CONTENT_MODEL', at);
  else report.add('ITEM_REMOVED_FROM_CLOSED_CONTENT_MODEL', at);
}

function itemAdded(schema: Schema, model: ContentModel, at: string, report: Report): void {
  if (model.kind === 'open') {
    report.add(`ITEM_${isAnything(schema) ? 'WITH_EMPTY_SCHEMA_' : ''}ADDED_TO_OPEN_CONTENT_MODEL`, at);
    return;
  }
  const mark = model.isUncertain ? ({ class: 'tolerated' } as const) : {};
  if (model.kind === 'closed') report.add('ITEM_ADDED_TO_CLOSED_CONTENT_MODEL', at, mark);
  else {
    const isCovered = report.inside(model.schema, schema, at);
    report.add(`ITEM_ADDED_${isCovered ? 'IS' : 'NOT'}_COVERED_BY_PARTIALLY_OPEN_CONTENT_MODEL`, at, mark);
  }
}

/** The rules look at how many items are contained, and not at what they are. */
function compareContains(original: SchemaNode, updated: SchemaNode, report: Report): void {
  const before = original.contains;
  const after = updated.contains;
  if (before === undefined && after === undefined) return;
  if (before === undefined || after === undefined) report.add(`CONTAINS_${changeOf(before, after)}`, '/contains');
  else {
    const reverse = updated.maxContains === undefined ? [] : [[after, before] as const];
    report.unchecked('CONTAINS_CHANGED', '/contains', [[before, after], ...reverse]);
  }
}
