import type { BusEvent } from '../event.ts';
import { cast } from './cast.ts';
import { countDeclined, deadLetter } from './dead-letter.ts';
import { dedupe } from './dedupe.ts';
import { expire } from './expire.ts';
import type { Listener } from './listener.ts';
import { match } from './match.ts';
import { declined, type ReceiveStage, type ReceptionInProgress } from './receive-stage.ts';
import { schedule } from './schedule.ts';

/** How a subscription receives an event, in order. */
export const receiveStages: readonly ReceiveStage[] = [cast, match, dedupe, expire, schedule];

/** Sends an event through the stages of one subscription. Never throws. */
export function receive(listener: Listener, event: BusEvent): void {
  const { source, target } = listener;
  const reception: ReceptionInProgress = { event, given: event, subscriber: source, target };
  try {
    for (const stage of listener.bus.receiveStages) {
      const ending = stage.run(reception, listener);
      // Code that people handed in may have ended the subscription meanwhile.
      if (listener.ended) return;
      if (!ending) continue;
      if (ending === declined) countDeclined(listener, event);
      else if ('reject' in ending) throw ending.reject;
      else deadLetter(listener, reception.event, ending.drop, { reason: 'dropped' });
      return;
    }
  } catch (error) {
    if (!listener.ended) deadLetter(listener, reception.event, error);
  }
}
