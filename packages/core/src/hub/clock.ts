import type { BusEvent } from '../event.ts';
import type { Hub, Topic } from './hub.ts';

/** What the hub knows of the computer's clock: how far it was from the monotonic one, and when it was last set meanwhile. */
export interface Clock {
  offset: number;
  /** By the monotonic clock. */
  setAt: number;
  /** The newest event of before. */
  setAfter: number;
}

/** What the two clocks may differ before one of them must have been set, in milliseconds. */
const tolerance = 100;

/** So many deliveries to subscriptions may be timed in a millisecond. */
const subscriptionsInAMillisecond = 16;

/** Begins to watch the computer's clock. */
export function createClock(): Clock {
  return { offset: Date.now() - performance.now(), setAt: 0, setAfter: 0 };
}

/**
 * Says whether an event is the first of its topic in a while. These are timed: all on a calm page, few in a storm, since
 * reading the clock costs more than a fast handler. A while is a millisecond, and longer where many subscribe.
 */
export function isFirstInAWhile(topic: Topic, { time }: BusEvent): boolean {
  const { timedAt = -Infinity, subscriptions } = topic;
  const passed = Math.abs(time - timedAt);
  const isFirst = passed > 0 && passed * subscriptionsInAMillisecond >= subscriptions.size;
  if (isFirst) topic.timedAt = time;
  return isFirst;
}

/**
 * Says whether an event that has to wait is timed, whenever it comes: one in 64 where one subscribes, one in 72 where two
 * do, and so on by eight: each of them is timed, and that is not to cost more than a tenth of what it tells of. A hash
 * chooses, so that of events that take turns none is always passed over.
 */
export function isSample({ subscriptions }: Topic, { sequence }: BusEvent): boolean {
  return (Math.imul(sequence - 1, 0x9e3779b1) >>> 12) * (7 + subscriptions.size) < 2 ** 17;
}

/** Says whether an event is timed: it was noted when it was emitted or given again. */
export function isTimed({ emittedAt }: Hub, event: BusEvent): boolean {
  return emittedAt.has(event);
}

/** Remembers that events are emitted, or given again, now: more exactly than their `time` tells, by a clock that nobody sets. */
export function noteEmit(hub: Hub, events: readonly BusEvent[]): void {
  const now = readClock(hub);
  for (const event of events) hub.emittedAt.set(event, now);
}

/** Remembers the same of an event that a stage put in the place of another. */
export function noteReplacement({ emittedAt }: Hub, replaced: BusEvent, event: BusEvent): void {
  const known = emittedAt.get(replaced);
  if (known !== undefined) emittedAt.set(event, known);
}

/** Milliseconds since an event was emitted or given again. What was emitted before the computer's clock was set counts from then. */
export function ageOf(hub: Hub, event: BusEvent): number {
  const now = readClock(hub);
  const emittedAt = hub.emittedAt.get(event);
  if (emittedAt !== undefined) return now - emittedAt;
  return Math.max(0, event.sequence <= hub.clock.setAfter ? now - hub.clock.setAt : Date.now() - event.time);
}

/** The monotonic clock; notices by the way when the computer's was set. */
function readClock({ clock, sequence }: Hub): number {
  const now = performance.now();
  const offset = Date.now() - now;
  if (Math.abs(offset - clock.offset) > tolerance) {
    clock.setAt = now;
    clock.setAfter = sequence;
  }
  clock.offset = offset;
  return now;
}
