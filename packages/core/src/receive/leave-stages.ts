import type { Listener } from './listener.ts';
import type { ReceptionInProgress } from './reception.ts';

/** The stages are done with an event: it is not held to wait on the hub's queue any more. */
export function leaveStages(listener: Listener, reception: ReceptionInProgress): void {
  if (reception.stages !== 'running') return;
  reception.stages = 'passed';
  listener.inHand--;
  listener.queued--;
}
