import type { Course, Handle } from '../../contestants/contestant.ts';
import { contestantNamed } from '../../contestants/contestants.ts';
import { boundedOff, defaultOff, latestByKey, unboundedBoth, unboundedOff } from '../storm-contestants.ts';
import { openLatestByKey, openUnbounded } from './open-bounded.ts';

/** Opens a contestant of the storm by its name. */
export function openContestant(name: string, subscribers: number, handle: Handle): Course {
  switch (name) {
    case unboundedBoth:
      return openUnbounded('both', subscribers, handle);
    case unboundedOff:
      return openUnbounded('off', subscribers, handle);
    case latestByKey:
      return openLatestByKey(subscribers, handle);
    default:
      return contestantNamed(name === boundedOff ? defaultOff : name).open(subscribers, handle);
  }
}
