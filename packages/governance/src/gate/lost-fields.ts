import type { EarlierVersion } from '../casts/check-casts.ts';
import { placeAt } from '../compare/sentences/describe-field.ts';
import { directionsOf, isTransitive } from '../compatibility/compatibility-mode.ts';
import { fieldsOf, meet, placeName, placesOf, reaches } from '../contracts/places.ts';
import { lockedVersion } from '../lock/locked-versions.ts';
import { type ContractCase, type HashedCandidate, named } from './contract-case.ts';
import { filledByDowncasts } from './filled-by-downcasts.ts';
import { type Finding, finding } from './finding.ts';
import type { Reading } from './readings.ts';
import { historyOf } from './version-history.ts';

/** Findings whose messages say who reads what they are about. */
const telling = ['backward-incompatible', 'forward-incompatible', 'changed-in-place'];

/**
 * What apps read and would find no more at the newest version, of versions that this one has to get on with. Where readers
 * change first, they are at the newest version when it is emitted.
 */
export function lostFields(
  judged: ContractCase,
  newest: HashedCandidate,
  readings: readonly Reading[],
  found: readonly Finding[],
): Finding[] {
  if (!directionsOf(judged.rules.mode).includes('forward')) return [];
  const compared = comparedWith(judged, newest);
  return readings.flatMap((reading) => {
    const against = compared.find(({ version }) => version === reading.version);
    const lost = against ? lostTo(reading, against, newest, told(found, reading.version)) : [];
    return lost.length > 0 ? [removed(judged, newest, reading, lost)] : [];
  });
}

/** The versions that the newest one is compared with, and itself as it is locked. */
function comparedWith(judged: ContractCase, newest: HashedCandidate): EarlierVersion[] {
  const { version } = newest.described;
  const lane = historyOf(judged, newest)
    .filter(({ group }) => group === judged.group(newest.described))
    .sort((one, other) => other.version - one.version);
  const itself = lockedVersion(judged.locked, version);
  return [...(isTransitive(judged.rules.mode) ? lane : lane.slice(0, 1)), ...(itself ? [{ ...itself, version }] : [])];
}

/** The fields that a reading finds no more, the topmost alone. */
function lostTo(
  { places }: Reading,
  against: EarlierVersion,
  newest: HashedCandidate,
  known: readonly string[],
): readonly string[] {
  const kept = placesOf(newest.described.output);
  const isRead = (place: string) => places.some((read) => reaches(read, place));
  // What is gone from a schema that holds itself is gone where it is met first, too.
  const isKept = (place: string) => kept.some((one) => meet(one, place.replaceAll('/**', '')));
  const lost = fieldsOf(against.output).flatMap(({ place, deeper }) => {
    const found = [place, ...deeper].find((one) => isRead(one) && !isKept(one));
    return found === undefined ? [] : isKept(place) ? found : place;
  });
  const isFilled = lost.length > 0 ? filledByDowncasts(newest, against) : () => false;
  return lost.filter((place) => !lost.includes(parentOf(place)) && !known.some((one) => reaches(place, one)) && !isFilled(place));
}

/** The places of what findings about this version name already. */
function told(found: readonly Finding[], version: number): string[] {
  const about = found.filter(({ code, against }) => against === version && telling.includes(code));
  const breaking = about.flatMap(({ differences = [] }) => differences.filter((difference) => difference.breaking));
  return breaking.map(({ path }) => placeAt(path)).filter((place) => place !== '');
}

function removed(
  { type }: ContractCase,
  { described }: HashedCandidate,
  { app, version }: Reading,
  lost: readonly string[],
): Finding {
  const it = lost.length > 1 ? 'them' : 'it';
  const isItself = version === described.version;
  const where = isItself
    ? `version ${version} has ${it} as it is locked, and not as it is defined`
    : `version ${version} has ${it}, version ${described.version} has not`;
  const downcast = isItself ? '' : ` give version ${described.version} a downcast that fills ${it} in,`;
  return finding('read-field-removed', {
    contract: type,
    version: described.version,
    against: version,
    direction: 'forward',
    ...(described.lifecycle === 'draft' && { severity: 'warning' as const }),
    message: `Removing ${lost.map(placeName).join(', ')} from ${named(type)} breaks ${app}, which reads ${it}: ${where}.`,
    advice: `Keep ${it},${downcast} or let ${app} do without and record its reads again.`,
    apps: [app],
  });
}

function parentOf(place: string): string {
  return place.slice(0, place.lastIndexOf('/'));
}
