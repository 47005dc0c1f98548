import type { JsonSchema } from '../../json-schema/json-schema.ts';
import { isPlainObject } from '../../json-schema/keyword-places.ts';
import { UniqueNames } from '../unique-names.ts';

/**
 * A label for each form of a union that stays when forms are reordered: the value of the field that tells them apart, else a
 * title, the name of the definition or the type.
 */
export function labelsOf(members: readonly JsonSchema[], resolve: (schema: JsonSchema) => JsonSchema): string[] {
  const resolved = members.map(resolve);
  const discriminator = discriminatorOf(resolved);
  const names = new UniqueNames();
  return members.map((member, index) => names.take(labelOf(member, resolved[index]!, discriminator)));
}

function labelOf(member: JsonSchema, resolved: JsonSchema, discriminator: string | undefined): string {
  const value = discriminator === undefined ? undefined : constantOf(resolved, discriminator);
  if (value !== undefined) return value;
  if (!isPlainObject(resolved)) return 'any';
  if (typeof resolved['title'] === 'string') return resolved['title'];
  const reference = isPlainObject(member) ? member['$ref'] : undefined;
  if (typeof reference === 'string' && reference.includes('/')) return reference.slice(reference.lastIndexOf('/') + 1);
  return typeof resolved['type'] === 'string' ? resolved['type'] : 'form';
}

/** The field whose value is another in each form that is an object: also of one alone, so that others may join it. */
function discriminatorOf(members: readonly JsonSchema[]): string | undefined {
  const objects = members.filter((member) => isPlainObject(member) && isPlainObject(member['properties']));
  const [first] = objects;
  if (!isPlainObject(first)) return undefined;
  return Object.keys(first['properties'] as object)
    .sort()
    .find((name) => {
      const values = objects.map((member) => constantOf(member, name));
      return !values.includes(undefined) && new Set(values).size === objects.length;
    });
}

function constantOf(schema: JsonSchema, name: string): string | undefined {
  const properties = isPlainObject(schema) ? schema['properties'] : undefined;
  const property = isPlainObject(properties) && Object.hasOwn(properties, name) ? properties[name] : undefined;
  if (!isPlainObject(property)) return undefined;
  const list = property['enum'];
  const value = Array.isArray(list) && list.length === 1 ? list[0] : property['const'];
  return typeof value === 'string' ? value : undefined;
}
