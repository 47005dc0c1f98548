import type { Report } from '../pairs/report.ts';
import type { ContentModel } from './content-model.ts';

const places = { ADDITIONAL_PROPERTIES: '/additionalProperties', ADDITIONAL_ITEMS: '/additionalItems' } as const;

/** Compares what is said of properties or items that have no schema of their own. */
export function compareOthers(name: keyof typeof places, before: ContentModel, after: ContentModel, report: Report): void {
  const at = places[name];
  if (before.kind === 'closed' || after.kind === 'closed') {
    if (before.kind !== 'closed') report.add(`${name}_REMOVED`, at);
    else if (after.kind !== 'closed') report.add(`${name}_ADDED`, at);
  } else if (before.kind === 'partial' && after.kind === 'partial') {
    report.inside(before.schema, after.schema, at);
  } else if (before.kind === 'partial') {
    report.add(`${name}_EXTENDED`, at);
  } else if (after.kind === 'partial') {
    report.add(`${name}_NARROWED`, at);
  }
}
