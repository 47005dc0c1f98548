import { pointerTo } from '../json-schema/json-pointer.ts';
import type { SchemaMap, SchemaNode } from '../json-schema/schema-node.ts';
import { compareBounds } from './compare-bounds.ts';
import { compareDependencies } from './compare-dependencies.ts';
import { compareOthers } from './compare-others.ts';
import { compareProperties } from './compare-properties.ts';
import { compareRequired } from './compare-required.ts';
import { changeOf } from './compare-unseen.ts';
import { modelOfOtherProperties } from './content-model.ts';
import type { Report } from './report.ts';

export function compareObjects(original: SchemaNode, updated: SchemaNode, report: Report): void {
  compareBounds(
    [
      ['maxProperties', 'MAX_PROPERTIES'],
      ['minProperties', 'MIN_PROPERTIES'],
    ],
    original,
    updated,
    report,
  );
  compareRequired(original, updated, report);
  compareProperties(original, updated, report);
  compareOthers('ADDITIONAL_PROPERTIES', modelOfOtherProperties(original), modelOfOtherProperties(updated), report);
  compareDependencies(original, updated, report);
  compareNames(original, updated, report);
  comparePatterns(original.patternProperties ?? {}, updated.patternProperties ?? {}, report);
  noteUnevaluated(updated, report);
}

function compareNames(original: SchemaNode, updated: SchemaNode, report: Report): void {
  const before = original.propertyNames;
  const after = updated.propertyNames;
  if (before === undefined && after === undefined) return;
  if (before === undefined || after === undefined) report.add(`PROPERTY_NAMES_${changeOf(before, after)}`, '/propertyNames');
  else report.unchecked('PROPERTY_NAMES_CHANGED', '/propertyNames', [[before, after]]);
}

function comparePatterns(before: SchemaMap, after: SchemaMap, report: Report): void {
  for (const pattern of new Set([...Object.keys(before), ...Object.keys(after)])) {
    const at = pointerTo('', 'patternProperties', pattern);
    const one = before[pattern];
    const other = after[pattern];
    if (one !== undefined && other !== undefined) report.unchecked('PATTERN_PROPERTY_CHANGED', at, [[one, other]]);
    else report.add(`PATTERN_PROPERTY_${changeOf(one, other)}`, at, { original: pattern, updated: pattern });
  }
}

/** What counts as evaluated depends on all schemas beside it, which the rules do not look into. */
function noteUnevaluated(updated: SchemaNode, report: Report): void {
  const rest = updated.unevaluatedProperties;
  if (rest === undefined || rest === true || updated.additionalProperties !== undefined || !hasNeighbours(updated)) return;
  report.add('UNEVALUATED_PROPERTIES_CHANGED', '/unevaluatedProperties');
}

/** Whether schemas beside the node's own keywords apply to the same value. */
export function hasNeighbours(node: SchemaNode): boolean {
  const { reference, allOf, anyOf, oneOf, dependentSchemas } = node;
  return [reference, allOf, anyOf, oneOf, dependentSchemas, node.if, node.not].some((value) => value !== undefined);
}
