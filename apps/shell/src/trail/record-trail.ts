import type { Bus, BusEvent } from '@busbar/core';
import { personalTypes } from './personal-types.ts';
import { trailEntry } from './trail-entry.ts';
import { createTrailLog, type TrailLog } from './trail-log.ts';

const limit = 500;

/** Writes every event of the page into a log, those of the hub's own included, from now on, and calls `changed` after each. */
export function recordTrail(bus: Bus, changed: () => void): TrailLog {
  const log = createTrailLog(limit);
  const isPersonal = personalTypes(bus);
  const record = (event: BusEvent): void => {
    log.add(trailEntry(event, { entryOf: log.entryOf, isPersonal }));
    changed();
  };
  // What repeats another event, as a second try does, happened all the same.
  for (const pattern of ['**', 'busbar:*']) bus.on(pattern, record, { dedupe: false });
  return log;
}
