import { pointerTo } from '../../json-schema/json-pointer.ts';
import { noNames } from '../../json-schema/normalise.ts';
import type { Schema, SchemaMap, SchemaNode } from '../../json-schema/schema-node.ts';
import type { Report } from '../pairs/report.ts';
import { isLeaf, typedSchema } from '../typed/typed-schema.ts';
import { hasDefault } from './compare-required.ts';
import { isAnything, modelOfProperty } from './content-model.ts';

/** Properties that both have are compared; the others by what the other schema says of properties that it does not name. */
export function compareProperties(original: SchemaNode, updated: SchemaNode, report: Report): void {
  const before = original.properties ?? noNames;
  const after = updated.properties ?? noNames;
  for (const [name, schema] of inOrder(before, report)) {
    const at = pointerTo('', 'properties', name);
    const other = after[name];
    if (other === undefined) propertyRemoved(name, schema, updated, at, report);
    else report.inside(schema, other, at);
  }
  for (const [name, schema] of Object.entries(after)) {
    if (before[name] === undefined) propertyAdded(name, schema, original, updated, report);
  }
}

/** As they were written; what is quick to compare comes first where the first break is enough. */
function inOrder(properties: SchemaMap, report: Report): [name: string, schema: Schema][] {
  const entries = Object.entries(properties);
  if (report.isFull) return entries;
  const isQuick = ([, schema]: [string, Schema]) => isLeaf(typedSchema(schema));
  return [...entries.filter(isQuick), ...entries.filter((entry) => !isQuick(entry))];
}

function propertyRemoved(name: string, schema: Schema, updated: SchemaNode, at: string, report: Report): void {
  const model = modelOfProperty(updated, name);
  if (model.kind === 'open') report.add('PROPERTY_REMOVED_FROM_OPEN_CONTENT_MODEL', at);
  else if (model.kind === 'partial') {
    const isCovered = report.inside(schema, model.schema, at);
    report.add(`PROPERTY_REMOVED_${isCovered ? 'IS' : 'NOT'}_COVERED_BY_PARTIALLY_OPEN_CONTENT_MODEL`, at);
  } else if (schema === false) report.add('PROPERTY_WITH_FALSE_REMOVED_FROM_CLOSED_CONTENT_MODEL', at);
  else report.add('PROPERTY_REMOVED_FROM_CLOSED_CONTENT_MODEL', at);
}

function propertyAdded(name: string, schema: Schema, original: SchemaNode, updated: SchemaNode, report: Report): void {
  const at = pointerTo('', 'properties', name);
  const model = modelOfProperty(original, name);
  const isRequired = updated.required?.includes(name) ?? false;
  if (model.kind === 'open' && isAnything(schema)) {
    const mark = isRequired ? ({ class: 'tolerated' } as const) : {};
    report.add('PROPERTY_WITH_EMPTY_SCHEMA_ADDED_TO_OPEN_CONTENT_MODEL', at, mark);
    return;
  }
  const necessity = isRequired
    ? hasDefault(schema)
      ? 'REQUIRED_PROPERTY_WITH_DEFAULT'
      : 'REQUIRED_PROPERTY'
    : 'OPTIONAL_PROPERTY';
  if (model.kind === 'open') {
    report.add(`${necessity}_ADDED_TO_OPEN_CONTENT_MODEL`, at);
    return;
  }
  const mark = model.isUncertain ? ({ class: 'tolerated' } as const) : {};
  if (model.kind === 'partial') {
    const isCovered = report.inside(model.schema, schema, at);
    report.add(`PROPERTY_ADDED_${isCovered ? 'IS' : 'NOT'}_COVERED_BY_PARTIALLY_OPEN_CONTENT_MODEL`, at, mark);
  }
  report.add(`${necessity}_ADDED_TO_UNOPEN_CONTENT_MODEL`, at, mark);
}
