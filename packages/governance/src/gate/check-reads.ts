import { describeField } from '../compare/sentences/describe-field.ts';
import { directionsOf } from '../compatibility/compatibility-mode.ts';
import { meet, placeName, placesOf } from '../contracts/places.ts';
import type { JsonSchema } from '../json-schema/json-schema.ts';
import { lockedVersion } from '../lock/locked-versions.ts';
import { type ContractCase, type HashedCandidate, named } from './contract-case.ts';
import { type Finding, finding } from './finding.ts';

/** What one app reads of one version. */
interface Reading {
  readonly app: string;
  readonly version: number;
  readonly places: readonly string[];
}

/**
 * Holds the newest version against what the tests of apps saw them read: fields that are gone and that somebody reads, and
 * fields that nobody reads. What the comparison of schemas found already is not told twice.
 */
export function checkReads(judged: ContractCase, found: readonly Finding[]): Finding[] {
  const newest = judged.candidates.at(-1);
  const readings = readingsOf(judged);
  if (!newest || readings.length === 0) return [];
  const kept = placesOf(newest.described.output);
  // Where readers change first, they are at the newest version when it is emitted.
  const isForward = directionsOf(judged.rules.mode).includes('forward');
  return [
    ...(isForward ? readings.flatMap((reading) => lostTo(judged, newest, reading, kept, found)) : []),
    ...unread(judged, newest, readings, kept),
  ];
}

function readingsOf({ reads }: ContractCase): Reading[] {
  return Object.entries(reads).flatMap(([app, versions]) =>
    Object.entries(versions).map(([version, places]) => ({ app, version: Number(version), places })),
  );
}

/** The schema of what was read: as it is locked, or as it is defined where it is not locked yet. */
function outputOf({ locked, candidates }: ContractCase, version: number): JsonSchema | undefined {
  const defined = candidates.find(({ described }) => described.version === version);
  return (lockedVersion(locked, version) ?? defined?.described)?.output;
}

/** What an app reads and would find no more. A downcast that leads to its version gives it what it reads; the gate has run it. */
function lostTo(
  judged: ContractCase,
  { described }: HashedCandidate,
  { app, version, places }: Reading,
  kept: readonly string[],
  found: readonly Finding[],
): Finding[] {
  const output = outputOf(judged, version);
  if (!output || version > described.version || isCastDown(described.casts.down, version, described.version)) return [];
  const told = toldNames(found, version);
  const lost = placesOf(output)
    .filter((place) => places.some((read) => meet(read, place)) && !kept.some((one) => meet(one, place)))
    .filter((place, _index, all) => !all.includes(parentOf(place)) && !told.has(placeName(place)));
  if (lost.length === 0) return [];
  const names = lost.map(placeName).join(', ');
  const advice = `Keep ${lost.length > 1 ? 'them' : 'it'}, give version ${described.version} a downcast that fills ${lost.length > 1 ? 'them' : 'it'} in, or let ${app} do without and record its reads again.`;
  return [
    finding('read-field-removed', {
      contract: judged.type,
      version: described.version,
      against: version,
      direction: 'forward',
      ...(described.lifecycle === 'draft' && { severity: 'warning' as const }),
      message: `Removing ${names} from ${named(judged.type)} breaks ${app}, which reads ${lost.length > 1 ? 'them' : 'it'}: version ${version} has ${lost.length > 1 ? 'them' : 'it'}, version ${described.version} has not.`,
      advice,
      apps: [app],
    }),
  ];
}

function isCastDown(steps: readonly number[], from: number, to: number): boolean {
  if (from >= to) return false;
  return Array.from({ length: to - from }, (_, index) => from + index).every((step) => steps.includes(step));
}

/** The fields that a finding about this version names already. */
function toldNames(found: readonly Finding[], version: number): Set<string> {
  const about = found.filter(({ code, against }) => against === version && code !== 'unchecked-change');
  const breaking = about.flatMap(({ differences = [] }) => differences.filter((difference) => difference.breaking));
  return new Set(breaking.map(({ path }) => describeField(path)));
}

/** Fields that every listener could read, since its version has them, and none does. Without a recording of all nobody knows. */
function unread(
  { type, listeners, reads }: ContractCase,
  newest: HashedCandidate,
  readings: readonly Reading[],
  kept: readonly string[],
): Finding[] {
  const { version } = newest.described;
  if (listeners.some((app) => !Object.hasOwn(reads, app))) return [];
  if (readings.some((reading) => reading.version !== version)) return [];
  const idle = kept.filter((place) => !readings.some(({ places }) => places.some((read) => isReadOf(read, place))));
  const topmost = idle.filter((place) => !idle.includes(parentOf(place)));
  if (topmost.length === 0) return [];
  const names = topmost.map(placeName).join(', ');
  const who = Object.keys(reads).sort().join(', ');
  return [
    finding('field-unread', {
      contract: type,
      version,
      message: `Nobody reads ${names} of ${named(type)}: ${who} ${Object.keys(reads).length > 1 ? 'were' : 'was'} recorded and did not.`,
      advice:
        'Leave it out of the next version, unless somebody reads it who was not recorded, such as plain listeners on window.',
      apps: Object.keys(reads).sort(),
    }),
  ];
}

/** Whoever reads `/lines/*\/sku` reads `/lines` and its items on the way. */
function isReadOf(read: string, place: string): boolean {
  const depth = place.split('/').length;
  return meet(read, place) || meet(read.split('/').slice(0, depth).join('/'), place);
}

function parentOf(place: string): string {
  return place.slice(0, place.lastIndexOf('/'));
}
