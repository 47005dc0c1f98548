import { noteReplacement } from '../hub/clock.ts';
import { leaveStages } from './leave-stages.ts';
import type { ReceiveStage } from './receive-stage.ts';

/** Guarantees: the handler is given the event when the subscription's `delivery` and `overlap` say so. */
export const schedule: ReceiveStage = {
  name: 'schedule',
  run(reception, listener) {
    const { event, given } = reception;
    if (event !== given) noteReplacement(listener.bus.hub, given, event);
    leaveStages(listener, reception);
    listener.accept(reception);
  },
};
