import { isObject } from './is-object.ts';
import type { FieldPlace, Reading } from './reading.ts';
import type { FieldGroup, SchemaField } from './schema-field.ts';

/** The fields of an object and the places of a list, each kind as a group. Groups without a field are left out. */
export function fieldGroups(reading: Reading, schema: Record<string, unknown>, place: FieldPlace, anchor: string): FieldGroup[] {
  const groups: FieldGroup[] = [
    { label: 'Fields', fields: [...properties(reading, schema, place, anchor), ...freeFields(reading, schema, place, anchor)] },
    { label: 'Places', fields: tuple(reading, schema, place, anchor) },
    { label: 'At least one item is', fields: described(reading, schema['contains'], 'item', place, anchor) },
  ];
  return groups.filter(({ fields }) => fields.length > 0);
}

/** What holds beside, or under a condition: `allOf`, `not`, `if` and its like. */
export function conditionGroups(
  reading: Reading,
  schema: Record<string, unknown>,
  place: FieldPlace,
  anchor: string,
): FieldGroup[] {
  const { allOf, dependentSchemas } = schema;
  const one = (label: string, keyword: string): FieldGroup => ({
    label,
    fields: described(reading, schema[keyword], label.toLowerCase(), place, anchor),
  });
  const dependent = isObject(dependentSchemas) ? Object.entries(dependentSchemas) : [];
  const groups: FieldGroup[] = [
    {
      label: 'All of',
      fields: (Array.isArray(allOf) ? allOf : []).flatMap((part, index) =>
        described(reading, part, `part ${index + 1}`, place, anchor),
      ),
    },
    one('Never', 'not'),
    one('If', 'if'),
    one('Then', 'then'),
    one('Else', 'else'),
    ...dependent.map(([name, part]) => ({ label: `With “${name}”`, fields: described(reading, part, name, place, anchor) })),
  ];
  return groups.filter(({ fields }) => fields.length > 0);
}

function properties(reading: Reading, schema: Record<string, unknown>, place: FieldPlace, anchor: string): SchemaField[] {
  if (!isObject(schema['properties'])) return [];
  const required = new Set(Array.isArray(schema['required']) ? schema['required'] : []);
  return Object.entries(schema['properties']).map(([name, field]) =>
    reading.field(field, { ...below(place, name), required: required.has(name) }, anchor),
  );
}

/** Fields whose names are free: those that a pattern tells, and any other where the object has fields of its own. */
function freeFields(reading: Reading, schema: Record<string, unknown>, place: FieldPlace, anchor: string): SchemaField[] {
  const { patternProperties, additionalProperties, properties } = schema;
  const patterns = isObject(patternProperties) ? Object.entries(patternProperties) : [];
  const others = isObject(additionalProperties) && isObject(properties) && Object.keys(properties).length > 0;
  return [
    ...patterns.map(([pattern, field]) => [`/${pattern}/`, field] as const),
    ...(others ? [['any other', additionalProperties] as const] : []),
  ].map(([name, field]) => reading.field(field, { ...below(place, '*'), name }, anchor));
}

function tuple(reading: Reading, schema: Record<string, unknown>, place: FieldPlace, anchor: string): SchemaField[] {
  const { prefixItems, items } = schema;
  if (!Array.isArray(prefixItems)) return [];
  const places = prefixItems.map((item, index) =>
    reading.field(item, { ...below(place, String(index)), name: `[${index}]` }, anchor),
  );
  return isObject(items) ? [...places, reading.field(items, { ...below(place, '*'), name: '[…]' }, anchor)] : places;
}

function described(reading: Reading, schema: unknown, name: string, { place, depth }: FieldPlace, anchor: string): SchemaField[] {
  return isObject(schema) ? [reading.field(schema, { name, place, depth: depth + 1 }, anchor)] : [];
}

function below({ place, depth }: FieldPlace, name: string): FieldPlace {
  return { name, place: `${place}/${name.replaceAll('~', '~0').replaceAll('/', '~1')}`, depth: depth + 1 };
}
