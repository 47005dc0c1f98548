import type { FanOut } from '../hub/fan-out.ts';
import { cast } from './cast.ts';
import { countDeclined, deadLetter } from './dead-letter.ts';
import { dedupe } from './dedupe.ts';
import { expire } from './expire.ts';
import { leaveStages } from './leave-stages.ts';
import type { Listener } from './listener.ts';
import { match } from './match.ts';
import { updateRoom } from './overflow.ts';
import { declined, type ReceiveStage } from './receive-stage.ts';
import { createReception, type ReceptionInProgress } from './reception.ts';
import { schedule } from './schedule.ts';

/** How a subscription receives an event, in order. */
export const receiveStages: readonly ReceiveStage[] = [cast, match, dedupe, expire, schedule];

/** Takes an event whose turn on the hub's queue has come, if it waits for this subscription. */
export function receive(this: Listener, delivery: FanOut): void {
  const { lines, after } = this;
  const known = lines.queue.oldest;
  if (known ? known.job !== delivery : delivery.turn <= after) return;
  delivery.left--;
  if (known) {
    known.job = undefined;
    lines.queue.shift();
    this.queued++;
    updateRoom(this);
  }
  sendThrough(this, known ?? createReception(this, delivery));
}

/** Sends an event through the stages of one subscription. Never throws. */
function sendThrough(listener: Listener, reception: ReceptionInProgress): void {
  reception.stages = 'running';
  listener.inHand++;
  listener.byKey?.add(reception);
  try {
    for (const stage of listener.bus.receiveStages) {
      const ending = stage.run(reception, listener);
      // Code that people handed in may have ended the subscription meanwhile.
      if (listener.ended) return;
      if (!ending) continue;
      if (ending !== declined && 'reject' in ending) throw ending.reject;
      leaveStages(listener, reception);
      listener.byKey?.remove(reception);
      if (ending === declined) countDeclined(listener, reception.given);
      else deadLetter(listener, reception.event, ending.drop, { reason: 'dropped' });
      return;
    }
  } catch (error) {
    if (listener.ended) return;
    leaveStages(listener, reception);
    listener.byKey?.remove(reception);
    deadLetter(listener, reception.event, error);
  }
}

/** Goes on with what has waited in a line: with the stages, if it took the place of another event meanwhile. */
export function goOn(listener: Listener, reception: ReceptionInProgress, due: ReceptionInProgress['due']): void {
  reception.due = due;
  reception.job = undefined;
  updateRoom(listener);
  if (reception.stages === 'passed') return listener.accept(reception);
  listener.queued++;
  sendThrough(listener, reception);
}
