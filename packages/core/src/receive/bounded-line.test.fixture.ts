import { vi } from 'vitest';
import * as z from 'zod';
import { deferred } from '../deferred.test.fixture.ts';
import { createBus, defineEvent, type SubscribeOptions } from '../index.ts';
import { createPatientHub } from '../patient-hub.test.fixture.ts';

type Line = 'queue' | 'lane' | 'handler';

/** Where the events of a subscription wait, one after the other, with `delivery: 'task'` and a busy handler if they have to. */
export const places: Record<string, readonly Line[]> = {
  'on the hub’s queue': ['queue', 'queue', 'queue', 'queue', 'queue'],
  'for a task': ['lane', 'lane', 'lane', 'lane', 'lane'],
  'behind a busy handler': ['handler', 'handler', 'handler', 'handler', 'handler'],
  'in all three': ['handler', 'lane', 'queue', 'queue', 'queue'],
};

/** What became of the events of a subscription, told by their payloads. */
export interface Outcome {
  readonly handled: readonly number[];
  readonly dead: readonly number[];
  readonly declined: number;
}

const pinged = defineEvent('test:pinged', { version: 1, schema: z.number() });

/** Emits 1, 2, 3 … with the subjects, while all wait in their places, and then lets them go. Needs fake timers. */
export async function outcomeOf(
  place: readonly Line[],
  subjects: readonly (string | undefined)[],
  options: SubscribeOptions,
): Promise<Outcome> {
  const bus = createBus({ source: 'test', hub: createPatientHub() });
  const work = deferred();
  const handled: number[] = [];
  const delivery = place.includes('lane') ? 'task' : 'microtask';
  bus.on(pinged, ({ data }) => (data === 0 ? work.promise : void handled.push(data)), { delivery, ...(options as object) });
  if (place.includes('handler')) bus.emit(pinged, 0);
  await vi.advanceTimersByTimeAsync(1);
  for (const [index, subject] of subjects.entries()) {
    bus.emit(pinged, index + 1, subject === undefined ? {} : { subject });
    if (place[index] === 'lane') for (let microtask = 0; microtask < 10; microtask++) await Promise.resolve();
    if (place[index] === 'handler') await vi.advanceTimersByTimeAsync(1);
  }
  work.resolve();
  await vi.advanceTimersByTimeAsync(10);
  const { declined } = bus.metrics().subscriptions[0]!;
  return { handled, dead: bus.deadLetters.list().map(({ event }) => event.data as number), declined };
}
