import { fieldsOf, placeName, reaches } from '../contracts/places.ts';
import { type ContractCase, type HashedCandidate, named } from './contract-case.ts';
import { type Finding, finding } from './finding.ts';
import { lostFields } from './lost-fields.ts';
import { type Reading, readingsOf } from './readings.ts';

/**
 * Holds the newest version against what the tests of apps saw them read: fields that are gone and that somebody reads, and
 * fields that nobody reads. What the comparison of schemas found already is not told twice.
 */
export function checkReads(judged: ContractCase, found: readonly Finding[]): Finding[] {
  const newest = judged.candidates.at(-1);
  const readings = readingsOf(judged);
  if (!newest || readings.length === 0) return [];
  return [...lostFields(judged, newest, readings, found), ...unread(judged, newest, readings)];
}

/** Fields that every listener could read, since its version has them, and none does. Without a recording of all nobody knows. */
function unread({ type, listeners }: ContractCase, newest: HashedCandidate, readings: readonly Reading[]): Finding[] {
  const { version } = newest.described;
  const apps = [...new Set(readings.map(({ app }) => app))].sort();
  if (listeners.some((app) => !apps.includes(app))) return [];
  if (readings.some((reading) => reading.version !== version)) return [];
  const isRead = (place: string) => readings.some(({ places }) => places.some((read) => reaches(read, place)));
  const fields = fieldsOf(newest.described.output);
  const idle = fields.filter(({ place, deeper }) => ![place, ...deeper].some(isRead)).map(({ place }) => place);
  const topmost = idle.filter((place) => !idle.includes(place.slice(0, place.lastIndexOf('/'))));
  if (topmost.length === 0) return [];
  return [
    finding('field-unread', {
      contract: type,
      version,
      message: `Nobody reads ${topmost.map(placeName).join(', ')} of ${named(type)}: ${apps.join(', ')} ${apps.length > 1 ? 'were' : 'was'} recorded and did not.`,
      advice:
        'Leave it out of the next version, unless somebody reads it who was not recorded, such as plain listeners on window.',
      apps,
    }),
  ];
}
