import { Chain } from '../hub/chain.ts';
import type { Listener } from './listener.ts';
import type { ReceptionInProgress } from './reception.ts';

/** What waits for a subscription, the oldest first, apart from what only the jobs on the hub's queue know of. */
export class Lines {
  /** Behind a busy handler. */
  readonly handler = new Chain<ReceptionInProgress>();
  /** For a task, a frame or idle time. */
  readonly lane = new Chain<ReceptionInProgress>();
  /** On the hub's queue, from when there was no room for another until all of it has been given. */
  readonly queue = new Chain<ReceptionInProgress>();

  /** How many wait. */
  get size(): number {
    return this.handler.size + this.lane.size + this.queue.size;
  }
}

/** The lines of all subscriptions for which nothing has waited yet. Nothing is put into them. */
export const noLines: Lines = /* @__PURE__ */ new Lines();

/** Puts an event at the end of a line. */
export function lineUp(listener: Listener, line: 'handler' | 'lane' | 'queue', reception: ReceptionInProgress): void {
  if (listener.lines === noLines) listener.lines = new Lines();
  listener.lines[line].add(reception);
}
