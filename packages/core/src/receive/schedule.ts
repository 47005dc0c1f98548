import { noteReplacement } from '../hub/clock.ts';
import type { ReceiveStage } from './receive-stage.ts';

/** Guarantees: the handler is given the event when the subscription's `delivery` and `overlap` say so. */
export const schedule: ReceiveStage = {
  name: 'schedule',
  run({ event, given }, { accept, bus }) {
    if (event !== given) noteReplacement(bus.hub, given, event);
    accept(event);
  },
};
