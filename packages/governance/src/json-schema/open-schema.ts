import { type Dialect, dialectOf, ignoresBesideReference } from './dialect.ts';
import { findDynamicTarget, findTarget, type Target } from './find-target.ts';
import type { JsonSchema, JsonSchemaObject } from './json-schema.ts';
import { normalise } from './normalise.ts';
import { findResources, type Resource, type Resources } from './resource.ts';
import type { Reference, Schema, SchemaNode } from './schema-node.ts';
import { SchemaReferenceError } from './schema-reference-error.ts';

/** A schema that was opened: one vocabulary for all drafts, and references that can be followed. */
export interface SchemaDocument {
  readonly dialect: Dialect;
  readonly root: Schema;
}

const opened = new WeakMap<JsonSchemaObject, SchemaDocument>();

/**
 * Opens a JSON Schema of any draft from 04 to 2020-12. The same object gives the same document, so do not change a schema
 * that was opened. Nothing is fetched. A reference that leads nowhere is an error when it is followed, not before.
 *
 * @example
 * const { root } = openSchema({ items: [{ type: 'string' }], additionalItems: false });
 * // root.prefixItems is [{ type: ['string'], … }], root.items is false
 */
export function openSchema(schema: JsonSchema): SchemaDocument {
  if (typeof schema === 'boolean') return { dialect: '2020-12', root: schema };
  let document = opened.get(schema);
  if (!document) {
    document = createDocument(schema);
    opened.set(schema, document);
  }
  return document;
}

/**
 * The schema itself, or what it refers to where it is nothing but a reference. Never a node that is a reference alone.
 *
 * @throws SchemaReferenceError where references lead nowhere or in a circle.
 */
export function followAliases(schema: Schema): Schema {
  const passed = new Set<Schema>();
  let current = schema;
  while (typeof current === 'object' && current.reference && isReferenceAlone(current)) {
    if (passed.has(current)) {
      throw new SchemaReferenceError(current.reference.text, current.at, 'it leads back to itself and says nothing else.');
    }
    passed.add(current);
    current = current.reference.follow();
  }
  return current;
}

const standing = new Set(['raw', 'at', 'reference']);

function isReferenceAlone(node: SchemaNode): boolean {
  return Object.keys(node).every((key) => standing.has(key));
}

function createDocument(document: JsonSchemaObject): SchemaDocument {
  let found: Resources | undefined;
  const nodes = new Map<JsonSchemaObject, SchemaNode>();
  const dialect = dialectOf(document['$schema']);
  return { dialect, root: open(document, '#', undefined) };

  function resources(): Resources {
    found ??= findResources(document);
    return found;
  }

  function open(raw: unknown, at: string, within: Resource | undefined): Schema {
    if (typeof raw !== 'object' || raw === null || Array.isArray(raw)) return raw !== false;
    const schema = raw as JsonSchemaObject;
    const known = nodes.get(schema);
    if (known) return known;
    const node: { -readonly [K in keyof SchemaNode]: SchemaNode[K] } = { raw: schema, at };
    nodes.set(schema, node);
    const resource = resourceAt(schema, within);
    const reference = referenceIn(schema, at, resource);
    if (reference) node.reference = reference;
    const own = resource?.dialect ?? dialect;
    const isAlone = reference !== undefined && ignoresBesideReference(own);
    if (!isAlone) normalise(node, schema, (child, place) => open(child, place, resource), own !== '2020-12');
    return node;
  }

  /** `undefined` is the root's: most documents have no other, and need not be walked for one. */
  function resourceAt(schema: JsonSchemaObject, within: Resource | undefined): Resource | undefined {
    if (schema === document || (typeof schema['$id'] !== 'string' && typeof schema['id'] !== 'string')) return within;
    return resources().embedded.get(schema) ?? within;
  }

  function referenceIn(schema: JsonSchemaObject, at: string, within: Resource | undefined): Reference | undefined {
    const { $ref, $dynamicRef, $recursiveRef } = schema;
    const text = [$ref, $dynamicRef, $recursiveRef].find((value) => typeof value === 'string');
    if (text === undefined) return undefined;
    const find = typeof $ref === 'string' ? findTarget : findDynamicTarget;
    return lazily(text, () => find({ text, at, resource: within ?? resources().root }, resources()));
  }

  function lazily(text: string, find: () => Target): Reference {
    let target: Schema | undefined;
    return {
      text,
      follow: () => {
        if (target === undefined) {
          const { raw, resource, at } = find();
          target = open(raw, at, resource);
        }
        return target;
      },
    };
  }
}
