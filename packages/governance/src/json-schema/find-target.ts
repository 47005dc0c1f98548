import { pointerTokens } from './json-pointer.ts';
import type { JsonSchemaObject } from './json-schema.ts';
import { isPlainObject } from './keyword-places.ts';
import { type Resource, type Resources, resolveUri, withoutFragment } from './resource.ts';
import { SchemaReferenceError } from './schema-reference-error.ts';

/** What a reference means, as it was written, and the resource that it is part of. */
export interface Target {
  readonly raw: unknown;
  readonly resource: Resource;
  /** A JSON pointer into the whole document, as far as one is known. */
  readonly at: string;
}

/** A reference, where it stands, and in which resource. */
export interface Standing {
  readonly text: string;
  readonly at: string;
  readonly resource: Resource;
}

/** Finds what a `$ref` means. */
export function findTarget(reference: Standing, resources: Resources): Target {
  const { text, at } = reference;
  const resource = text.startsWith('#') ? reference.resource : resourceOf(reference, resources);
  const fragment = text.includes('#') ? text.slice(text.indexOf('#') + 1) : '';
  if (fragment === '') return { raw: resource.raw, resource, at: resource === resources.root ? '#' : resource.base };
  if (fragment.startsWith('/')) return atPointer(reference, fragment, resource, resources);
  const raw = resource.anchors.get(fragment);
  if (raw === undefined) throw new SchemaReferenceError(text, at, `no schema there has \`$anchor: '${fragment}'\`. ${advice}`);
  return { raw, resource, at: `#${fragment}` };
}

/**
 * Finds what a `$dynamicRef` or `$recursiveRef` means. It depends on the way by which a validator came, and every way begins at the root of
 * the document: where the root has the anchor, the root's is meant.
 */
export function findDynamicTarget(reference: Standing, resources: Resources): Target {
  const first = findTarget(reference, resources);
  const name = reference.text.slice(reference.text.indexOf('#') + 1);
  if (name.startsWith('/') || first.resource.dynamicAnchors.get(name) !== first.raw) return first;
  const raw = resources.root.dynamicAnchors.get(name);
  if (raw !== undefined) return { raw, resource: resources.root, at: `#${name}` };
  const candidates = [...resources.byUri.values()].filter((resource) => resource.dynamicAnchors.has(name));
  if (new Set(candidates).size === 1) return first;
  throw new SchemaReferenceError(
    reference.text,
    reference.at,
    'several schemas have this dynamic anchor and the root has not, so what it means is decided anew on each way through. Use `$ref` instead.',
  );
}

const advice = 'Nothing is fetched: put the schema into `$defs` of this document and refer to it there.';

function resourceOf({ text, at, resource }: Standing, { byUri }: Resources): Resource {
  const uri = resolveUri(text, resource.base);
  const found = uri === undefined ? undefined : byUri.get(withoutFragment(uri));
  if (found) return found;
  throw new SchemaReferenceError(text, at, `no part of this document has that \`$id\`. ${advice}`);
}

function atPointer(reference: Standing, fragment: string, start: Resource, { embedded, root }: Resources): Target {
  let raw: unknown = start.raw;
  let resource = start;
  for (const token of pointerTokens(fragment)) {
    if (!isStepPossible(raw, token)) {
      throw new SchemaReferenceError(
        reference.text,
        reference.at,
        `there is no '${token}'${nearby(raw)}. Put the schema there, or correct the reference.`,
      );
    }
    raw = (raw as Record<string, unknown>)[token];
    resource = embedded.get(raw as JsonSchemaObject) ?? resource;
  }
  if (typeof raw !== 'boolean' && !isPlainObject(raw)) {
    throw new SchemaReferenceError(reference.text, reference.at, 'what is there is no schema. Correct the reference.');
  }
  return { raw, resource, at: start === root ? `#${fragment}` : `${start.base}#${fragment}` };
}

function isStepPossible(raw: unknown, token: string): boolean {
  return typeof raw === 'object' && raw !== null && Object.hasOwn(raw, token);
}

function nearby(raw: unknown): string {
  if (!isPlainObject(raw)) return '';
  const names = Object.keys(raw).slice(0, 8);
  return names.length === 0 ? '; nothing is there' : `; there is ${names.map((name) => `'${name}'`).join(', ')}`;
}
