import type { JsonSchema, JsonSchemaObject } from '../../json-schema/json-schema.ts';
import { isPlainObject } from '../../json-schema/keyword-places.ts';
import { referenceInDraft07 } from './reference-in-draft-07.ts';
import { mapSubschemas, mapValues } from './subschemas.ts';

/** Something that draft-07 cannot say. */
export interface Loss {
  readonly path: string;
  readonly message: string;
}

/** What the schema means in draft-07, and what of it draft-07 has no keyword for. */
export function toDraft07(schema: JsonSchema): { readonly schema: JsonSchema; readonly losses: readonly Loss[] } {
  const losses: Loss[] = [];
  return { schema: convert(schema, '#', { root: schema, losses }), losses };
}

interface Conversion {
  readonly root: JsonSchema;
  readonly losses: Loss[];
}

function convert(schema: JsonSchema, path: string, conversion: Conversion): JsonSchema {
  if (!isPlainObject(schema)) return schema;
  const inner = mapSubschemas(schema, (part, keyword) => convert(part, `${path}/${keyword}`, conversion));
  const { $defs, definitions, ...others } = withoutUnknown(inner, path, conversion);
  const converted = withReference(withDependencies(withItems(withUnevaluated(others, path, conversion))), conversion.root);
  const named = { ...(isPlainObject(definitions) && definitions), ...(isPlainObject($defs) && $defs) };
  return Object.keys(named).length > 0 ? { ...converted, definitions: named } : converted;
}

/** Keywords that draft-07 does not know and that nothing in it stands for. */
const unknown = ['$dynamicRef', '$dynamicAnchor', '$recursiveRef', '$recursiveAnchor', '$anchor', 'contentSchema'];

function withoutUnknown(schema: JsonSchemaObject, path: string, { losses }: Conversion): JsonSchemaObject {
  const { minContains = 1, maxContains, $vocabulary: _, ...result } = { ...schema } as Record<string, unknown>;
  for (const keyword of unknown.filter((name) => name in result)) {
    losses.push({ path, message: `Draft-07 has no “${keyword}”: it is left out.` });
    delete result[keyword];
  }
  if (!('contains' in result)) return result;
  if (minContains === 0) delete result['contains'];
  if (maxContains !== undefined || Number(minContains) > 1)
    losses.push({
      path,
      message: 'Draft-07 does not count what “contains” finds: “minContains” and “maxContains” are left out.',
    });
  return result;
}

/** Where no other schema looks at the same value, what is unevaluated is what is additional. */
function withUnevaluated(schema: JsonSchemaObject, path: string, { losses }: Conversion): JsonSchemaObject {
  const { unevaluatedProperties, unevaluatedItems, ...result } = { ...schema } as Record<string, unknown>;
  const isAlone = !['$ref', 'allOf', 'anyOf', 'oneOf', 'if', 'then', 'else', 'not', 'dependentSchemas', 'contains'].some(
    (k) => k in result,
  );
  const pairs = [
    { unevaluated: 'unevaluatedProperties', value: unevaluatedProperties, additional: 'additionalProperties' },
    { unevaluated: 'unevaluatedItems', value: unevaluatedItems, additional: 'items' },
  ];
  for (const { unevaluated, value, additional } of pairs) {
    if (value === undefined || value === true || additional in result) continue;
    if (isAlone) result[additional] = value;
    else losses.push({ path, message: `Draft-07 has no “${unevaluated}”, and here nothing means the same: it is left out.` });
  }
  return result;
}

function withItems(schema: JsonSchemaObject): JsonSchemaObject {
  const { prefixItems, items, additionalItems: _, ...others } = schema;
  if (!Array.isArray(prefixItems)) return items === undefined ? others : { ...others, items };
  return { ...others, items: prefixItems, ...(items !== undefined && { additionalItems: items }) };
}

function withDependencies(schema: JsonSchemaObject): JsonSchemaObject {
  const { dependentRequired, dependentSchemas, dependencies, ...others } = schema;
  const [names, schemas] = [
    isPlainObject(dependentRequired) ? dependentRequired : {},
    isPlainObject(dependentSchemas) ? dependentSchemas : {},
  ];
  const both = mapValues({ ...names, ...schemas }, (_, name) => {
    if (!Object.hasOwn(schemas, name)) return names[name];
    return Object.hasOwn(names, name) ? { allOf: [schemas[name], { required: names[name] }] } : schemas[name];
  });
  const all = { ...(isPlainObject(dependencies) && dependencies), ...both };
  return Object.keys(all).length > 0 ? { ...others, dependencies: all } : others;
}

/** In draft-07 nothing beside a reference counts, so that both go into an `allOf`. */
function withReference(schema: JsonSchemaObject, root: JsonSchema): JsonSchemaObject {
  const { $ref, ...others } = schema;
  if (typeof $ref !== 'string') return schema;
  const reference = { $ref: referenceInDraft07($ref, root) };
  if (Object.keys(others).length === 0) return reference;
  return { ...others, allOf: [...(Array.isArray(others['allOf']) ? others['allOf'] : []), reference] };
}
