import { pointerTo } from '../../json-schema/json-pointer.ts';
import { noNames } from '../../json-schema/normalise.ts';
import type { SchemaNode } from '../../json-schema/schema-node.ts';
import type { Report } from '../pairs/report.ts';

/** What has to be there, or to hold, where a property is there. The path is that of `dependencies` in all drafts. */
export function compareDependencies(original: SchemaNode, updated: SchemaNode, report: Report): void {
  const names = original.dependentRequired ?? noNames;
  const otherNames = updated.dependentRequired ?? noNames;
  for (const name of new Set([...Object.keys(names), ...Object.keys(otherNames)])) {
    compareNames(names[name], otherNames[name], pointerTo('', 'dependencies', name), report);
  }
  const schemas = original.dependentSchemas ?? noNames;
  const otherSchemas = updated.dependentSchemas ?? noNames;
  for (const name of new Set([...Object.keys(schemas), ...Object.keys(otherSchemas)])) {
    const at = pointerTo('', 'dependencies', name);
    const before = schemas[name];
    const after = otherSchemas[name];
    if (before === undefined) report.add('DEPENDENCY_SCHEMA_ADDED', at);
    else if (after === undefined) report.add('DEPENDENCY_SCHEMA_REMOVED', at);
    else report.inside(before, after, at);
  }
}

function compareNames(
  before: readonly string[] | undefined,
  after: readonly string[] | undefined,
  at: string,
  report: Report,
): void {
  const values = { original: before, updated: after };
  if (!before || !after) {
    report.add(before ? 'DEPENDENCY_ARRAY_REMOVED' : 'DEPENDENCY_ARRAY_ADDED', at, values);
    return;
  }
  const isExtended = before.every((name) => after.includes(name));
  const isNarrowed = after.every((name) => before.includes(name));
  if (isExtended && isNarrowed) return;
  report.add(`DEPENDENCY_ARRAY_${isExtended ? 'EXTENDED' : isNarrowed ? 'NARROWED' : 'CHANGED'}`, at, values);
}
