import * as fc from 'fast-check';
import { afterEach, beforeEach, describe, expect, it, vi } from 'vitest';
import type { BusEvent } from '../event.ts';
import { createBus, createHub, type Hub } from '../index.ts';
import { ageOf, isFirstInAWhile, isSample, noteEmit, noteReplacement } from './clock.ts';
import { topicOf } from './topic.ts';

const hour = 3_600_000;

beforeEach(() => void vi.useFakeTimers());
afterEach(() => void vi.useRealTimers());

/** An event as `emit` stamps it. */
function emitted(hub: Hub): BusEvent {
  return { sequence: ++hub.sequence, time: Date.now() } as BusEvent;
}

function setClock(by: number): void {
  vi.setSystemTime(Date.now() + by);
}

describe('the events that are timed', () => {
  it('are the first of a topic in each millisecond', () => {
    const topic = topicOf(createHub(), 'test:pinged');
    const times = [1, 1, 1, 2, 3, 3];
    const timed = times.map((time) => isFirstInAWhile(topic, { time } as BusEvent));
    expect(timed).toEqual([true, false, false, true, true, false]);
  });

  it('are fewer where many subscribe', () => {
    const bus = createBus({ source: 'test', hub: createHub() });
    for (let count = 0; count < 64; count++) bus.on('test:pinged', () => {});
    const topic = topicOf(bus.hub, 'test:pinged');
    const timed = [1, 2, 3, 4, 5, 6].map((time) => isFirstInAWhile(topic, { time } as BusEvent));
    expect(timed).toEqual([true, false, false, false, true, false]);
  });

  it.each([
    { subscribers: 1, oneIn: 64 },
    { subscribers: 9, oneIn: 128 },
  ])(
    'are, of those that have to wait for $subscribers, one in $oneIn, whatever the rhythm in which they come',
    ({ subscribers, oneIn }) => {
      const bus = createBus({ source: 'test', hub: createHub() });
      for (let count = 0; count < subscribers; count++) bus.on('test:pinged', () => {});
      const topic = topicOf(bus.hub, 'test:pinged');
      fc.assert(
        fc.property(fc.integer({ min: 1, max: 1e9 }), fc.integer({ min: 1, max: 31 }), (first, step) => {
          const given = Array.from({ length: 16_000 }, (_, index) => ({ sequence: first + index * step }) as BusEvent);
          const share = given.filter((event) => isSample(topic, event)).length / given.length;
          expect(share * oneIn).toBeGreaterThan(0.8);
          expect(share * oneIn).toBeLessThan(1.25);
        }),
      );
    },
  );
});

describe('the age of an event', () => {
  it.each(['timed', 'not timed'])('is what has passed since it was emitted: %s', (how) => {
    const hub = createHub();
    const event = emitted(hub);
    if (how === 'timed') noteEmit(hub, [event]);
    vi.advanceTimersByTime(1_500);
    expect(ageOf(hub, event)).toBe(1_500);
  });

  it.each([hour, -hour])('counts from when the computer’s clock was set, by %i ms, where it was emitted before', (by) => {
    const hub = createHub();
    const event = emitted(hub);
    vi.advanceTimersByTime(300);
    setClock(by);
    expect(ageOf(hub, event)).toBe(0);
    vi.advanceTimersByTime(200);
    expect(ageOf(hub, event)).toBe(200);
  });

  it.each([hour, -hour])(
    'is never more than what has passed, of what is emitted after the clock was set, by %i ms, and before that was noticed',
    (by) => {
      const hub = createHub();
      setClock(by);
      const event = emitted(hub);
      vi.advanceTimersByTime(500);
      noteEmit(hub, [emitted(hub)]);
      expect(ageOf(hub, event)).toBeLessThanOrEqual(500);
      vi.advanceTimersByTime(500);
      expect(ageOf(hub, event)).toBeLessThanOrEqual(1_000);
    },
  );

  it.each([hour, -hour])('of a timed one is right whenever the clock is set, by %i ms', (by) => {
    const hub = createHub();
    const event = emitted(hub);
    noteEmit(hub, [event]);
    vi.advanceTimersByTime(300);
    setClock(by);
    expect(ageOf(hub, event)).toBe(300);
  });

  it('is that of the event that it was put in the place of', () => {
    const hub = createHub();
    const event = emitted(hub);
    noteEmit(hub, [event]);
    vi.advanceTimersByTime(300);
    const cast = { ...event, time: 0 };
    noteReplacement(hub, event, cast);
    expect(ageOf(hub, cast)).toBe(300);
  });
});
