import type { Reception, Verdict } from '../stage.ts';
import type { Listener } from './listener.ts';

/** A reception with what only the stages of Busbar itself may know. */
export interface ReceptionInProgress extends Reception {
  /** A dead letter sent again: it may have been seen before. */
  readonly redriven: boolean;
}

/** The subscription does not want the event; it is counted, and no loss. */
export const declined = 'declined';

/** One step of receiving: answers nothing to let the event pass, or why it ends here; what it throws makes it a dead letter. */
export interface ReceiveStage {
  readonly name: string;
  run(reception: ReceptionInProgress, listener: Listener): Verdict | typeof declined;
}
