import { isObject } from './is-object.ts';
import { plainShape } from './plain-shape.ts';
import type { FieldPlace, Reading } from './reading.ts';
import { referenceShape } from './reference-shape.ts';
import type { Shape } from './schema-field.ts';
import { ownWords } from './type-words.ts';
import { unionGroup } from './union-group.ts';
import { unionShape } from './union-shape.ts';

const deepest = 32;

/** What values a schema admits, in words and with everything below it. */
export function shapeOf(reading: Reading, schema: unknown, place: FieldPlace, anchor: string): Shape {
  if (schema === false || (isObject(schema) && hasEmptyUnion(schema)))
    return { words: 'never there', constraints: [], groups: [] };
  if (!isObject(schema)) return { words: 'anything', constraints: [], groups: [] };
  if (place.depth > deepest) {
    return { words: ownWords(schema), constraints: [{ words: 'the rest is in the JSON Schema' }], groups: [] };
  }
  if (typeof schema['$ref'] === 'string') return referenceShape(reading, schema, schema['$ref'], place, anchor);
  const [branches, more] = [schema['anyOf'], schema['oneOf']].filter(Array.isArray);
  if (!branches) return plainShape(reading, schema, place, anchor);
  const shape = unionShape(reading, schema, branches, place, anchor);
  return more ? { ...shape, groups: [...shape.groups, unionGroup(reading, 'Exactly one of', more, place, anchor)] } : shape;
}

/** A union without branches admits nothing. */
function hasEmptyUnion({ anyOf, oneOf }: Record<string, unknown>): boolean {
  return [anyOf, oneOf].some((branches) => Array.isArray(branches) && branches.length === 0);
}
