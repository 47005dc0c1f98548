import { reaches } from '@busbar/governance/lock';
import { coversPlace } from './covers-place.ts';
import { isObject } from './is-object.ts';
import type { FieldPlace, Reading } from './reading.ts';
import type { SchemaField } from './schema-field.ts';
import { shapeOf } from './shape-of.ts';

/** What is known of a schema beside it. */
export interface SchemaFacts {
  /** Tags by place. */
  readonly fieldTags?: Readonly<Record<string, readonly string[]>>;
  /** The places that each app was recorded to read, by app. */
  readonly reads?: Readonly<Record<string, readonly string[]>>;
  /** Begins every id, so that two trees fit into one page. Default `field`. */
  readonly prefix?: string;
}

/**
 * Reads a JSON Schema into the tree that people read. Every definition is explained once, so its size is that of the schema
 * however often and however circularly definitions refer to each other.
 */
export function describeSchema(schema: unknown, { fieldTags = {}, reads = {}, prefix = 'field' }: SchemaFacts = {}): SchemaField {
  const reading: Reading = {
    document: schema,
    fieldTags,
    reads,
    anchors: new Set(),
    explained: new Map([['#', { anchor: prefix, label: 'the payload' }]]),
    plain: new Map(),
    field: (inner, place, above) => describeField(reading, inner, place, above),
    shape: (inner, place, anchor) => shapeOf(reading, inner, place, anchor),
  };
  return reading.field(schema, { name: 'payload', place: '', depth: 0 }, prefix);
}

function describeField(reading: Reading, schema: unknown, place: FieldPlace, above: string): SchemaField {
  const anchor = anchorOf(reading, above, place);
  const own = isObject(schema) ? schema : {};
  const description = [own['title'], own['description']].filter((text) => typeof text === 'string' && text !== '').join(': ');
  return {
    name: place.name,
    place: place.place,
    anchor,
    ...(place.required !== undefined && { required: place.required }),
    shape: reading.shape(schema, place, anchor),
    ...(description && { description }),
    ...(Object.hasOwn(own, 'default') && { default: [own['default']] as const }),
    deprecated: own['deprecated'] === true,
    tags: tagsOf(reading, own, place),
    readBy: readersOf(reading, place),
  };
}

/** An id of letters, digits and dots, which no other field of the page has. */
function anchorOf({ anchors }: Reading, above: string, { name, place }: FieldPlace): string {
  const step =
    name
      .replace(/[^A-Za-z0-9_-]+/g, '-')
      .replace(/^-|-$/g, '')
      .slice(0, 60) || 'value';
  const wanted = place === '' && anchors.size === 0 ? above : `${above}.${step}`;
  let anchor = wanted;
  for (let count = 2; anchors.has(anchor); count += 1) anchor = `${wanted}.${count}`;
  anchors.add(anchor);
  return anchor;
}

/** The payload itself is read by everybody who reads any of it. */
function readersOf({ reads }: Reading, { place }: FieldPlace): string[] {
  if (place === '') return [];
  return Object.keys(reads).filter((app) => reads[app]!.some((read) => reaches(read, place)));
}

function tagsOf({ fieldTags }: Reading, schema: Record<string, unknown>, { place }: FieldPlace): string[] {
  const listed = Object.entries(fieldTags).flatMap(([pattern, tags]) => (coversPlace(pattern, place) ? tags : []));
  const inline = Array.isArray(schema['tags']) ? schema['tags'].filter((tag) => typeof tag === 'string') : [];
  return [...new Set([...listed, ...inline])];
}
