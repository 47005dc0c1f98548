import type { JsonSchema } from '../../json-schema/json-schema.ts';
import { isPlainObject } from '../../json-schema/keyword-places.ts';
import { escapeSegment, segmentsOf } from '../shape/schema-pointer.ts';
import { lists, named } from './subschemas.ts';

/** Where a local reference leads once the schema around it is in draft-07, whose keywords have other names. */
export function referenceInDraft07(reference: string, root: JsonSchema): string {
  if (!/^#\//.test(reference)) return reference;
  const [segments, result]: [string[], string[]] = [segmentsOf(reference), []];
  let place: unknown = root;
  while (segments.length > 0) {
    const keyword = segments.shift()!;
    const isNamed = named.has(keyword) || (lists.has(keyword) && Array.isArray(within(place, keyword)));
    const name = isNamed ? segments.shift() : undefined;
    result.push(...translated(place, keyword, name));
    place = name === undefined ? within(place, keyword) : within(within(place, keyword), name);
  }
  return ['#', ...result.map((segment) => encodeURIComponent(escapeSegment(segment)))].join('/');
}

function translated(schema: unknown, keyword: string, name: string | undefined): string[] {
  const rest = name === undefined ? [] : [name];
  if (keyword === '$defs') return ['definitions', ...rest];
  if (keyword === 'prefixItems') return ['items', ...rest];
  if (keyword === 'items' && Array.isArray(within(schema, 'prefixItems'))) return ['additionalItems', ...rest];
  if (keyword === 'unevaluatedProperties') return ['additionalProperties'];
  if (keyword !== 'dependentSchemas') return [keyword, ...rest];
  const isBoth = name !== undefined && within(within(schema, 'dependentRequired'), name) !== undefined;
  return ['dependencies', ...rest, ...(isBoth ? ['allOf', '0'] : [])];
}

function within(value: unknown, name: string): unknown {
  if (Array.isArray(value)) return value[Number(name)];
  return isPlainObject(value) && Object.hasOwn(value, name) ? value[name] : undefined;
}
