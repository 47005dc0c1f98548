import { pointerTo } from '../../json-schema/json-pointer.ts';
import { followAliases } from '../../json-schema/open-schema.ts';
import type { Schema, SchemaNode } from '../../json-schema/schema-node.ts';
import type { Report } from '../pairs/report.ts';

/** `required`, for properties that both schemas name. Of names that the updated schema does not name the rules take no notice. */
export function compareRequired(original: SchemaNode, updated: SchemaNode, report: Report): void {
  const before = new Set(original.required);
  const after = new Set(updated.required);
  for (const name of before) {
    if (after.has(name)) continue;
    const isNamed = [original, updated].map(({ properties }) => properties?.[name] !== undefined);
    const at = pointerTo('', 'required', name);
    if (isNamed.every((named) => named)) report.add('REQUIRED_ATTRIBUTE_REMOVED', at);
    else if (!isNamed.includes(true)) report.add('REQUIRED_ATTRIBUTE_REMOVED', at, { class: 'unchecked' });
  }
  for (const name of after) {
    if (before.has(name)) continue;
    const at = pointerTo('', 'required', name);
    const schema = updated.properties?.[name];
    if (schema === undefined) report.add('REQUIRED_ATTRIBUTE_ADDED', at, { class: 'unchecked' });
    else if (original.properties?.[name] !== undefined) {
      report.add(hasDefault(schema) ? 'REQUIRED_ATTRIBUTE_WITH_DEFAULT_ADDED' : 'REQUIRED_ATTRIBUTE_ADDED', at);
    }
  }
}

/** Whether the schema, or what it refers to, names a default. */
export function hasDefault(schema: Schema): boolean {
  const followed = followAliases(schema);
  return [schema, followed].some((one) => typeof one === 'object' && Object.hasOwn(one.raw, 'default'));
}
