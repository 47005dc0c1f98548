import type { SchemaNode } from '../../json-schema/schema-node.ts';
import type { Report } from '../pairs/report.ts';
import type { ContentModel } from './content-model.ts';

/**
 * What counts as evaluated depends on all schemas beside it, which the rules do not look into. So where the reader refuses anything for that
 * reason, or the writer sends more than it seems to for that reason, nobody has looked.
 */
export function noteUnevaluated(
  name: 'PROPERTIES' | 'ITEMS',
  [original, before]: readonly [SchemaNode, ContentModel],
  [updated, after]: readonly [SchemaNode, ContentModel],
  report: Report,
): void {
  if (after.kind === 'open') return;
  const isDoubtful = (node: SchemaNode, model: ContentModel) =>
    model.kind !== 'open' && model.isUncertain && (hasNeighbours(node) || model.isIdle);
  if (!isDoubtful(original, before) && !isDoubtful(updated, after)) return;
  report.add(`UNEVALUATED_${name}_CHANGED`, name === 'ITEMS' ? '/unevaluatedItems' : '/unevaluatedProperties');
}

/** Whether schemas beside the node's own keywords apply to the same value. */
function hasNeighbours(node: SchemaNode): boolean {
  const { reference, allOf, anyOf, oneOf, dependentSchemas, contains } = node;
  return [reference, allOf, anyOf, oneOf, dependentSchemas, contains, node.if, node.not].some((value) => value !== undefined);
}
