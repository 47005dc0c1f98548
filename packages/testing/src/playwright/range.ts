import type { TrailRange } from './busbar.ts';
import type { Recording } from './recording.ts';
import type { TrailEntry } from './trail.ts';

/** The events of a part of the trail, oldest first. */
export function entriesIn(recording: Recording, { since = 'start', page }: TrailRange): readonly TrailEntry[] {
  const entries = recording.trail.entries(typeof since === 'number' ? since : 0);
  const number = page && recording.numberOf(page);
  return entries.filter(
    ({ document }) => (since !== 'navigation' || document.isCurrent) && (number === undefined || document.page === number),
  );
}
