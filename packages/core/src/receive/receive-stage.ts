import type { Verdict } from '../stage.ts';
import type { Listener } from './listener.ts';
import type { ReceptionInProgress } from './reception.ts';

/** The subscription does not want the event; it is counted, and no loss. */
export const declined = 'declined';

/** One step of receiving: answers nothing to let the event pass, or why it ends here; what it throws makes it a dead letter. */
export interface ReceiveStage {
  readonly name: string;
  run(reception: ReceptionInProgress, listener: Listener): Verdict | typeof declined;
}
