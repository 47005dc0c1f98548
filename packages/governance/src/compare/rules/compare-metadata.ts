import { sameJson } from '../../json-schema/same-json.ts';
import type { Report } from '../pairs/report.ts';
import type { TypedSchema } from '../typed/typed-schema.ts';

/** What a schema says about itself. It never breaks anything. */
export function compareMetadata(original: TypedSchema, updated: TypedSchema, report: Report): void {
  const before = metadataOf(original);
  const after = metadataOf(updated);
  if (before.id !== after.id) report.add('ID_CHANGED', '/id', { original: before.id, updated: after.id });
  if (before.title !== after.title) report.add('TITLE_CHANGED', '/title', { original: before.title, updated: after.title });
  if (before.description !== after.description) {
    report.add('DESCRIPTION_CHANGED', '/description', { original: before.description, updated: after.description });
  }
  if (!sameJson(before.defaults, after.defaults)) {
    report.add('DEFAULT_CHANGED', '/default', { original: before.defaults[0], updated: after.defaults[0] });
  }
}

function metadataOf({ node, isPart }: TypedSchema) {
  const raw = isPart || !node ? {} : node.raw;
  return {
    id: textOf(raw['$id'] ?? raw['id']),
    title: textOf(raw['title']),
    description: textOf(raw['description']),
    defaults: 'default' in raw ? [raw['default']] : [],
  };
}

function textOf(value: unknown): string | undefined {
  return typeof value === 'string' ? value : undefined;
}
