import { isBusError } from '../bus-error.ts';
import type { BusEvent } from '../event.ts';
import { bury } from '../hub/bury.ts';
import type { DeadLetter } from '../hub/dead-letters.ts';
import { copyPayload } from '../parse-payload.ts';
import { authorize } from './authorize.ts';
import { deliver } from './deliver.ts';
import { fit } from './fit.ts';
import { guard } from './guard.ts';
import { mirror } from './mirror.ts';
import type { PublicationInProgress, Publisher, PublishStage } from './publish-stage.ts';
import { retain } from './retain.ts';
import { stamp } from './stamp.ts';
import { reportStorm } from './storm.ts';
import { throttle } from './throttle.ts';
import { validate } from './validate.ts';

/** How an event is published, in order. */
export const publishStages: readonly PublishStage[] = [authorize, validate, stamp, guard, throttle, retain, deliver, mirror];

/** How an event that came in from `window` goes on: nobody forbids it, and plain listeners have seen it. */
export const adoptStages: readonly PublishStage[] = [fit, stamp, guard, throttle, retain, deliver];

/**
 * Sends a publication through the stages and answers the event.
 *
 * The payload is copied before anybody looks at it: what stages and schema see is what receivers will see.
 *
 * @throws what a stage rejected it with; it is a dead letter then, too.
 */
export function publish(publication: PublicationInProgress, stages: readonly PublishStage[], bus: Publisher): BusEvent {
  const { contract, source, data, isForeign } = publication;
  try {
    publication.data = undefined;
    publication.data = publication.copy = copyPayload(data, contract.type, source, bus.hub.limits, isForeign);
    for (const stage of stages) {
      const ending = stage.run(publication, bus);
      if (!ending) continue;
      if ('reject' in ending) throw ending.reject;
      if ('bury' in ending) end(publication, bus, ending.bury);
      else end(publication, bus, ending.drop, { reason: 'dropped' });
      break;
    }
  } catch (error) {
    end(publication, bus, error);
    throw error;
  } finally {
    bus.hub.synchronous.drain();
  }
  return publication.event!;
}

/** Makes a dead letter of an event: a whole one, though it ended before it was stamped. */
function end(publication: PublicationInProgress, bus: Publisher, error: unknown, told?: Partial<DeadLetter>): void {
  if (!publication.event) stamp.run(publication, bus);
  bury(bus.hub, publication.event!, error, told);
  if (isBusError(error, 'rate-exceeded') || isBusError(error, 'too-many-hops')) reportStorm(bus.hub, publication.topic, error);
}
