import { unescaped } from '../../json-schema/json-pointer.ts';
import type { JsonSchema, JsonSchemaObject } from '../../json-schema/json-schema.ts';
import { isPlainObject } from '../../json-schema/keyword-places.ts';
import { mapSubschemas } from './map-subschemas.ts';

const elaborate = ['$id', '$anchor', '$dynamicRef', '$dynamicAnchor', '$recursiveRef'];

/** The name in `{ $ref: '#/$defs/<name>' }`; undefined for other references and for none. */
export function definitionName({ $ref }: JsonSchemaObject): string | undefined {
  const [, name] = typeof $ref === 'string' ? (/^#\/\$defs\/([^/]+)$/.exec($ref) ?? []) : [];
  return name === undefined ? undefined : unescaped(name);
}

/** Whether all references of a schema lead to its root or its definitions, so that parts of it can be moved. */
export function isPlainlyReferenced(schema: JsonSchema): boolean {
  if (!isPlainObject(schema)) return true;
  const { $ref } = schema;
  let isPlain = !elaborate.some((keyword) => keyword in schema);
  if ($ref !== undefined && $ref !== '#' && definitionName(schema) === undefined) isPlain = false;
  mapSubschemas(schema, (part) => {
    isPlain &&= isPlainlyReferenced(part as JsonSchema);
    return part;
  });
  return isPlain;
}
