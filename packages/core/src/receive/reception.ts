import type { BusEvent } from '../event.ts';
import type { Job } from '../hub/delivery-queue.ts';
import type { FanOut } from '../hub/fan-out.ts';
import type { Reception } from '../stage.ts';
import type { Listener } from './listener.ts';

/** A reception with what only the stages of Busbar itself may look at. */
export interface ReceptionInProgress extends Reception {
  /** The event as it came, before stages replaced it. */
  given: BusEvent;
  stages: 'to come' | 'running' | 'passed';
  /** Whose turn to wait for is over: that in the lane, and that behind the handler as well. */
  due: 'no' | 'in lane' | 'at handler';
  /** Its place on the queue that it waits on, where its subscription has taken note of it. */
  job: (Job & { left: number }) | undefined;
  /** What it has in common with events that may take its place, where its subscription goes by that. */
  readonly key: string | undefined;
}

export function createReception(
  { source, target, byKey }: Listener,
  { event, key }: FanOut,
  job?: ReceptionInProgress['job'],
): ReceptionInProgress {
  return {
    event,
    subscriber: source,
    target,
    given: event,
    stages: 'to come',
    due: 'no',
    job,
    key: byKey && key !== undefined ? JSON.stringify([event.type, key]) : undefined,
  };
}
