import type { SchemaField } from './schema-field.ts';

/** A field and everything below it, in the order of the page. */
export function listFields(field: SchemaField): SchemaField[] {
  return [field, ...field.shape.groups.flatMap(({ fields }) => fields.flatMap(listFields))];
}
