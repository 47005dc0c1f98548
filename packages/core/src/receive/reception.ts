import type { BusEvent } from '../event.ts';
import type { Link } from '../hub/chain.ts';
import type { Job } from '../hub/delivery-queue.ts';
import type { FanOut } from '../hub/fan-out.ts';
import type { Reception } from '../stage.ts';
import type { Listener } from './listener.ts';

/** Where a reception is in a chain beside that of its line. */
export interface Place extends Link {
  readonly reception: ReceptionInProgress;
}

/** A reception with what only the stages of Busbar itself may look at. */
export interface ReceptionInProgress extends Reception, Link {
  /** The event as it came, before stages replaced it. */
  given: BusEvent;
  stages: 'to come' | 'running' | 'passed';
  /** Whose turn to wait for is over: that in the lane, and that behind the handler as well. */
  due: 'no' | 'in lane' | 'at handler';
  /** Its place on the queue that it waits on, where its subscription has taken note of it. */
  job: (Job & { left: number }) | undefined;
  /** What it has in common with events that may take its place, where its subscription goes by that. */
  readonly key: unknown;
  /** Its place among all that waits, in the order of emitting, where its subscription goes by keys. */
  place: Place | undefined;
}

export function createReception(listener: Listener, delivery: FanOut, job?: ReceptionInProgress['job']): ReceptionInProgress {
  const { source, target, byKey } = listener;
  const { event } = delivery;
  return {
    event,
    subscriber: source,
    target,
    given: event,
    stages: 'to come',
    due: 'no',
    job,
    key: byKey && keyOf(listener, delivery),
    older: undefined,
    newer: undefined,
    place: undefined,
  };
}

/** What an event has in common with those whose place it may take: events of another name have nothing. */
export function keyOf({ types }: Listener, { event, key }: FanOut): unknown {
  return types?.length === 1 || key === undefined ? key : JSON.stringify([event.type, key]);
}
