import { isPlainObject } from '../json-schema/keyword-places.ts';

/**
 * What of some events an app reads, by event name and version: places in the payload as JSON pointers, in which `*` is any item
 * of an array or any value of a record, and a last `**` everything below. An event that is handled without a look at its
 * payload has an empty list.
 */
export type Reads = Readonly<Record<string, Readonly<Record<string, readonly string[]>>>>;

/** What the tests of one app saw it read. */
export interface RecordedReads {
  /** The app, by the name that it has in the configuration. */
  readonly app: string;
  readonly reads: Reads;
}

/** A text that is no recording. */
export class ReadsError extends Error {
  override readonly name = 'ReadsError';
}

/**
 * Reads the text of a recording.
 *
 * @throws ReadsError where it is no JSON, or not as `formatReads` writes it.
 * @example
 * const { app, reads } = parseReads(readFileSync('busbar.reads/checkout.json', 'utf8'));
 */
export function parseReads(text: string): RecordedReads {
  const value = parsed(text);
  if (!isPlainObject(value) || typeof value['app'] !== 'string') throw malformed('it names no "app"');
  const { app, reads } = value;
  if (!isPlainObject(reads)) throw malformed('it has no "reads", an object by event name');
  for (const [type, versions] of Object.entries(reads)) assertVersions(type, versions);
  return { app, reads: reads as Reads };
}

/**
 * The text of a recording: the same for the same content, sorted, with a line for every place, so that it can be committed and
 * merged.
 *
 * @example
 * writeFileSync('busbar.reads/checkout.json', formatReads({ app: 'checkout', reads: { 'cart:changed': { 2: ['/lines'] } } }));
 */
export function formatReads({ app, reads }: RecordedReads): string {
  return `${JSON.stringify({ app, reads: tidyReads(reads) }, null, 2)}\n`;
}

/** What either of two recordings of an app has: one test reads this, another that. */
export function mergeReads(one: Reads, other: Reads): Reads {
  const types = [...Object.keys(one), ...Object.keys(other)];
  return tidyReads(
    Object.fromEntries(
      types.map((type) => {
        const sides = [ownOf(one, type), ownOf(other, type)];
        const versions = sides.flatMap((side) => Object.keys(side));
        return [type, Object.fromEntries(versions.map((version) => [version, sides.flatMap((side) => side[version] ?? [])]))];
      }),
    ),
  );
}

/** Sorted, each place once. */
export function tidyReads(reads: Reads): Reads {
  return mapSorted(reads, (versions) => mapSorted(versions, (places) => [...new Set(places)].sort()));
}

function mapSorted<Value, Result>(
  record: Readonly<Record<string, Value>>,
  change: (value: Value) => Result,
): Readonly<Record<string, Result>> {
  const names = Object.keys(record).sort((one, other) => Number(one) - Number(other) || (one < other ? -1 : 1));
  return Object.fromEntries(names.map((name) => [name, change(record[name]!)]));
}

function ownOf(reads: Reads, type: string): Reads[string] {
  return (Object.hasOwn(reads, type) && reads[type]) || {};
}

function parsed(text: string): unknown {
  try {
    return JSON.parse(text);
  } catch {
    throw malformed('it is no JSON');
  }
}

function assertVersions(type: string, versions: unknown): void {
  if (!isPlainObject(versions)) throw malformed(`"${type}" is no object of versions`);
  for (const [version, places] of Object.entries(versions)) {
    if (!/^[1-9]\d*$/.test(version)) throw malformed(`"${type}" has a version "${version}", which is no whole number from 1 on`);
    const isList = Array.isArray(places) && places.every((place) => typeof place === 'string' && /^($|\/)/.test(place));
    if (!isList) throw malformed(`"${type}" version ${version} is no list of places such as "/lines/*/price"`);
  }
}

function malformed(what: string): ReadsError {
  return new ReadsError(`This is no recording of what an app reads: ${what}. Run the tests of the app again to record it anew.`);
}
