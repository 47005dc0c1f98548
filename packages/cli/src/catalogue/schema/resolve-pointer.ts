import { isObject } from './is-object.ts';

/** What a reference inside a document points at: `#`, `#/$defs/Line`, `#anchor`. Undefined for what is not in the document. */
export function resolvePointer(document: unknown, reference: string): unknown {
  if (!reference.startsWith('#')) return undefined;
  const fragment = decode(reference.slice(1));
  if (fragment === undefined) return undefined;
  if (fragment !== '' && !fragment.startsWith('/')) return anchored(document, fragment);
  return fragment
    .split('/')
    .slice(1)
    .reduce<unknown>((place, step) => member(place, step.replaceAll('~1', '/').replaceAll('~0', '~')), document);
}

function member(place: unknown, key: string): unknown {
  return typeof place === 'object' && place !== null && Object.hasOwn(place, key) ? Reflect.get(place, key) : undefined;
}

function anchored(document: unknown, name: string): unknown {
  const definitions = isObject(document) ? { ...asObject(document['definitions']), ...asObject(document['$defs']) } : {};
  return Object.values(definitions).find((definition) => isObject(definition) && definition['$anchor'] === name);
}

function asObject(value: unknown): Record<string, unknown> {
  return isObject(value) ? value : {};
}

function decode(text: string): string | undefined {
  try {
    return decodeURIComponent(text);
  } catch {
    return undefined;
  }
}
