import { type BusErrorCode, isBusError } from '../bus-error.ts';
import type { BusEvent } from '../event.ts';
import { bury } from '../hub/bury.ts';
import type { DeadLetterReason } from '../hub/dead-letters.ts';
import type { Ending } from '../stage.ts';
import { authorize } from './authorize.ts';
import { deliver } from './deliver.ts';
import { guard } from './guard.ts';
import { mirror } from './mirror.ts';
import type { PublicationInProgress, Publisher, PublishStage } from './publish-stage.ts';
import { retain } from './retain.ts';
import { stamp } from './stamp.ts';
import { validate } from './validate.ts';

/** How an event is published, in order. */
export const publishStages: readonly PublishStage[] = [authorize, validate, stamp, guard, retain, deliver, mirror];

/** How an event that came in from `window` goes on: it is validated already, and plain listeners have seen it. */
export const adoptStages: readonly PublishStage[] = [stamp, guard, retain, deliver];

/**
 * Sends a publication through the stages and answers the event.
 *
 * @throws what a stage rejected it with; it is a dead letter then, too.
 */
export function publish(publication: PublicationInProgress, stages: readonly PublishStage[], bus: Publisher): BusEvent {
  for (const stage of stages) {
    const verdict = stage.run(publication, bus);
    if (verdict) return endPublication(publication, verdict, bus);
  }
  return publication.event!;
}

/** Makes a publication a dead letter. Throws what it was rejected with; a dropped one is answered as if it had been sent. */
export function endPublication(publication: PublicationInProgress, verdict: Ending, bus: Publisher): BusEvent {
  const rejected = 'reject' in verdict;
  // Whoever is given an event back, delivered or not, is given a whole one.
  if (!rejected && !publication.event) stamp.run(publication, bus);
  const { contract, source, data, event } = publication;
  const known = event ?? Object.freeze({ type: contract.type, source, dataversion: contract.version, time: Date.now(), data });
  const reason = rejected ? reasonOf(verdict.reject) : 'dropped';
  bury(bus.hub, { reason, event: known, attempts: 0, error: rejected ? verdict.reject : verdict.drop });
  if (rejected) throw verdict.reject;
  return known as BusEvent;
}

const reasons: Partial<Record<BusErrorCode, DeadLetterReason>> = {
  forbidden: 'forbidden',
  'too-many-hops': 'too-many-hops',
  'stage-failed': 'rejected',
};

function reasonOf(error: unknown): DeadLetterReason {
  return isBusError(error) ? (reasons[error.code] ?? 'invalid') : 'rejected';
}
