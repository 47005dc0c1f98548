import type { EarlierVersion } from '../casts/check-casts.ts';
import { collectPayloads } from '../casts/collect-payloads.ts';
import { castsBetween, walkCasts } from '../casts/walk-casts.ts';
import { reaches } from '../contracts/places.ts';
import { pointerTo } from '../json-schema/json-pointer.ts';
import type { HashedCandidate } from './contract-case.ts';

/** How many payloads are cast to see what comes out. */
const count = 50;

/**
 * Says of places whether downcasts to an earlier version give them something in any payload that was tried. Where they cannot be tried they are
 * believed; that they fail is told elsewhere.
 */
export function filledByDowncasts({ contract, described }: HashedCandidate, against: EarlierVersion): (place: string) => boolean {
  const isCast = described.casts.down.some((step) => step >= against.version && step < described.version);
  if (!isCast || !contract) return () => isCast;
  const steps = castsBetween(contract, 'down', against.version, described.version);
  const results = collectPayloads({ contract, described, against, direction: 'down', seed: 1, count }).flatMap(({ value }) => {
    const walked = walkCasts(steps, value);
    return 'value' in walked ? [walked.value] : [];
  });
  const filled = [...new Set(results.flatMap((value) => placesIn(value, '')))];
  return (place) => results.length === 0 || filled.some((one) => reaches(one, place));
}

function placesIn(value: unknown, place: string): string[] {
  if (value === undefined) return [];
  if (typeof value !== 'object' || value === null) return [place];
  const inner = Object.entries(value).flatMap(([name, part]) => placesIn(part, pointerTo(place, name)));
  return [place, ...inner];
}
