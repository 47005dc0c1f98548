import type { Dialect } from './dialect.ts';
import { dialectOf } from './dialect.ts';
import type { JsonSchemaObject } from './json-schema.ts';
import { isPlainObject, schemaKeywords } from './keyword-places.ts';

/** A schema with an identifier of its own: the document, or a part of it that has an `$id`. */
export interface Resource {
  readonly raw: JsonSchemaObject;
  readonly base: string;
  readonly dialect: Dialect;
  /** What `$anchor` names, `$dynamicAnchor` too. */
  readonly anchors: Map<string, JsonSchemaObject>;
  /** What `$dynamicAnchor` names; `$recursiveAnchor: true` is the empty name. */
  readonly dynamicAnchors: Map<string, JsonSchemaObject>;
}

/** What a document is made of. */
export interface Resources {
  readonly root: Resource;
  readonly byUri: ReadonlyMap<string, Resource>;
  /** To which resource the parts with an `$id` of their own lead over. */
  readonly embedded: ReadonlyMap<JsonSchemaObject, Resource>;
}

/** Any base does, as long as nobody means it: references in it are never fetched. */
const noBase = 'document:///';

/** Walks a document for identifiers and anchors. */
export function findResources(raw: JsonSchemaObject): Resources {
  const byUri = new Map<string, Resource>();
  const embedded = new Map<JsonSchemaObject, Resource>();
  const seen = new Set<unknown>();
  const root = createResource(raw, noBase, '2020-12');
  byUri.set(noBase, root);
  visit(raw, root);
  return { root, byUri, embedded };

  function visit(schema: unknown, within: Resource): void {
    if (!isPlainObject(schema) || seen.has(schema)) return;
    seen.add(schema);
    const resource = schema === raw ? root : enter(schema, within);
    if (byUri.get(resource.base) === undefined) byUri.set(resource.base, resource);
    noteAnchors(schema, resource);
    for (const child of childrenOf(schema)) visit(child, resource);
  }

  function enter(schema: JsonSchemaObject, within: Resource): Resource {
    if (identifierOf(schema, within.dialect) === undefined) return within;
    const resource = createResource(schema, within.base, within.dialect);
    embedded.set(schema, resource);
    return resource;
  }
}

function createResource(raw: JsonSchemaObject, parentBase: string, parentDialect: Dialect): Resource {
  const dialect = dialectOf(raw['$schema'], parentDialect);
  const identifier = identifierOf(raw, dialect);
  const base = (identifier !== undefined && resolveUri(identifier, parentBase)) || parentBase;
  return { raw, base: withoutFragment(base), dialect, anchors: new Map(), dynamicAnchors: new Map() };
}

function identifierOf(schema: JsonSchemaObject, dialect: Dialect): string | undefined {
  const identifier = schema[dialect === 'draft-04' ? 'id' : '$id'];
  return typeof identifier === 'string' && !identifier.startsWith('#') ? identifier : undefined;
}

function noteAnchors(schema: JsonSchemaObject, { anchors, dynamicAnchors, dialect }: Resource): void {
  const { $anchor, $dynamicAnchor, $recursiveAnchor } = schema;
  const identifier = schema[dialect === 'draft-04' ? 'id' : '$id'];
  if (typeof $anchor === 'string') anchors.set($anchor, schema);
  if (typeof identifier === 'string' && identifier.startsWith('#')) anchors.set(identifier.slice(1), schema);
  if (typeof $dynamicAnchor === 'string') {
    anchors.set($dynamicAnchor, schema);
    dynamicAnchors.set($dynamicAnchor, schema);
  }
  if ($recursiveAnchor === true) dynamicAnchors.set('', schema);
}

function childrenOf(schema: JsonSchemaObject): unknown[] {
  const children: unknown[] = schemaKeywords.one.map((key) => schema[key]);
  for (const key of schemaKeywords.list) if (Array.isArray(schema[key])) children.push(...schema[key]);
  for (const key of schemaKeywords.map) if (isPlainObject(schema[key])) children.push(...Object.values(schema[key]));
  return children;
}

/** The absolute form of a reference; `undefined` where it has none. */
export function resolveUri(reference: string, base: string): string | undefined {
  try {
    return new URL(reference, base).href;
  } catch {
    return undefined;
  }
}

export function withoutFragment(uri: string): string {
  const hash = uri.indexOf('#');
  return hash < 0 ? uri : uri.slice(0, hash);
}
