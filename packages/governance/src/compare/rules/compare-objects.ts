import { pointerTo } from '../../json-schema/json-pointer.ts';
import { noNames } from '../../json-schema/normalise.ts';
import type { SchemaMap, SchemaNode } from '../../json-schema/schema-node.ts';
import type { Report } from '../pairs/report.ts';
import { compareBounds } from './compare-bounds.ts';
import { compareDependencies } from './compare-dependencies.ts';
import { compareOthers } from './compare-others.ts';
import { compareProperties } from './compare-properties.ts';
import { compareRequired } from './compare-required.ts';
import { changeOf } from './compare-unseen.ts';
import { modelOfOtherProperties } from './content-model.ts';
import { noteUnevaluated } from './note-unevaluated.ts';

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
  const before = modelOfOtherProperties(original);
  const after = modelOfOtherProperties(updated);
  compareOthers('ADDITIONAL_PROPERTIES', before, after, report);
  compareDependencies(original, updated, report);
  compareNames(original, updated, report);
  comparePatterns(original.patternProperties ?? noNames, updated.patternProperties ?? noNames, report);
  noteUnevaluated('PROPERTIES', [original, before], [updated, after], report);
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
