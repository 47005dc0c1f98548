import type { BusEvent } from '../event.ts';
import type { Reception, Verdict } from '../stage.ts';
import type { Listener } from './listener.ts';

/** The subscription does not want the event; it is counted, and no loss. */
export const declined = 'declined';

/** A reception with what only the stages of Busbar itself may look at. */
export interface ReceptionInProgress extends Reception {
  /** The event as it came, before stages replaced it. */
  readonly given: BusEvent;
}

/** One step of receiving: answers nothing to let the event pass, or why it ends here; what it throws makes it a dead letter. */
export interface ReceiveStage {
  readonly name: string;
  run(reception: ReceptionInProgress, listener: Listener): Verdict | typeof declined;
}
