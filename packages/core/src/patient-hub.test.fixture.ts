import { createHub, type Hub } from './index.ts';

/** A hub of its own whose slices never end: default delivery is done in the microtask after, however slow the machine is. */
export function createPatientHub(): Hub {
  return createHub({ limits: { slice: Number.POSITIVE_INFINITY } });
}
