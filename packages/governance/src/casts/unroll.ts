import { definitionName } from '../contracts/canonical/definition-name.ts';
import { mapSubschemas } from '../contracts/canonical/map-subschemas.ts';
import type { JsonSchemaObject } from '../json-schema/json-schema.ts';
import { isPlainObject } from '../json-schema/keyword-places.ts';

/** How often a definition is written out within itself, and how many are written out at all. */
const depth = 2;
const patience = 300;
const never: JsonSchemaObject = { not: {} };

/**
 * A schema without references, whose values satisfy the original: definitions are written out, those that hold themselves as
 * far as the depth of a small example. Generators do not always come to an end with the others.
 */
export function unroll(root: JsonSchemaObject): JsonSchemaObject {
  const { $defs, ...body } = root;
  let left = patience;

  function write(part: unknown, way: readonly string[]): unknown {
    if (!isPlainObject(part)) return part;
    const { $ref, ...beside } = part;
    if (typeof $ref !== 'string') return prune(mapSubschemas(part, (inner) => write(inner, way)));
    const target = targetOf(part);
    if (target === undefined || way.filter((step) => step === $ref).length > depth || --left < 0) return never;
    const meant = write(target, [...way, $ref]);
    return Object.keys(beside).length === 0 ? meant : prune({ allOf: [meant, write(beside, way)] });
  }

  function targetOf(reference: JsonSchemaObject): unknown {
    const name = definitionName(reference);
    if (name === undefined) return reference['$ref'] === '#' ? body : undefined;
    return isPlainObject($defs) ? $defs[name] : undefined;
  }

  return write(body, ['#']) as JsonSchemaObject;
}

/** Leaves out what no value satisfies, where something else is left. */
function prune(schema: JsonSchemaObject): JsonSchemaObject {
  const { anyOf, oneOf, allOf, items, properties, required } = schema;
  if (Array.isArray(allOf) && allOf.some(isNever)) return never;
  const pruned: Record<string, unknown> = { ...schema };
  for (const [keyword, branches] of Object.entries({ anyOf, oneOf })) {
    if (!Array.isArray(branches)) continue;
    const possible = branches.filter((branch) => !isNever(branch));
    if (possible.length === 0) return never;
    pruned[keyword] = possible;
  }
  if (isNever(items))
    Object.assign(pruned, { items: false, maxItems: (schema['prefixItems'] as unknown[] | undefined)?.length ?? 0 });
  if (!isPlainObject(properties)) return pruned;
  const impossible = Object.keys(properties).filter((name) => isNever(properties[name]));
  if (impossible.some((name) => Array.isArray(required) && required.includes(name))) return never;
  pruned['properties'] = Object.fromEntries(Object.entries(properties).filter(([name]) => !impossible.includes(name)));
  return pruned;
}

function isNever(schema: unknown): boolean {
  return (
    isPlainObject(schema) &&
    Object.keys(schema).length === 1 &&
    isPlainObject(schema['not']) &&
    Object.keys(schema['not']).length === 0
  );
}
