import { constraintsOf } from './constraints.ts';
import { conditionGroups, fieldGroups } from './field-groups.ts';
import { isObject } from './is-object.ts';
import type { FieldPlace, Reading } from './reading.ts';
import type { Shape } from './schema-field.ts';
import { either, listOf, ownWords, recordOf, typeWords } from './type-words.ts';

/** A schema by its own keywords, without references and unions. */
export function plainShape(reading: Reading, schema: Record<string, unknown>, place: FieldPlace, anchor: string): Shape {
  const inside = insideOf(schema);
  const item = inside && reading.shape(inside.schema, { ...place, place: `${place.place}/*`, depth: place.depth + 1 }, anchor);
  return {
    words: item ? either([inside.words(item.words), ...otherTypes(schema, inside.type)]) : ownWords(schema),
    constraints: [
      ...constraintsOf(schema),
      ...(item?.constraints ?? []).map((constraint) => ({ ...constraint, words: `each: ${constraint.words}` })),
    ],
    groups: [
      ...fieldGroups(reading, schema, place, anchor),
      ...(item?.groups ?? []),
      ...conditionGroups(reading, schema, place, anchor),
    ],
    ...(item?.sameAs && { sameAs: item.sameAs }),
  };
}

/** Lists and records are told by what is in them. */
function insideOf(schema: Record<string, unknown>) {
  const { items, prefixItems, properties, additionalProperties } = schema;
  if (!prefixItems && isObject(items)) return { schema: items, type: 'array', words: listOf };
  const free = properties === undefined || (isObject(properties) && Object.keys(properties).length === 0);
  return free && isObject(additionalProperties) ? { schema: additionalProperties, type: 'object', words: recordOf } : undefined;
}

function otherTypes({ type, format }: Record<string, unknown>, told: string): string[] {
  return Array.isArray(type) ? type.filter((one) => one !== told).map((one) => typeWords(String(one), format)) : [];
}
