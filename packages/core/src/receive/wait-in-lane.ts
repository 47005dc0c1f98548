import { noteJoin } from './lag.ts';
import { lineUp } from './lines.ts';
import type { Listener } from './listener.ts';
import { updateRoom } from './overflow.ts';
import { goOn } from './receive.ts';
import type { ReceptionInProgress } from './reception.ts';

/** Has an event wait for the task, the frame or the idle time that its subscription is delivered in; answers whether it has to. */
export function waitInLane(listener: Listener, reception: ReceptionInProgress): boolean {
  const { lane } = listener;
  if (!lane || reception.due !== 'no') return false;
  const turn = {
    left: 1,
    run() {
      if (listener.lines.lane.shift()) goOn(listener, reception, 'in lane');
      return true;
    },
  };
  reception.job = turn;
  lineUp(listener, 'lane', reception);
  updateRoom(listener);
  lane.push(turn);
  noteJoin(listener, reception.event);
  return true;
}
