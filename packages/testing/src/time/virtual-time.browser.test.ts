import { defineEvent } from '@busbar/core';
import { afterEach, describe, expect, it, vi } from 'vitest';
import * as z from 'zod';
import { createTestBus } from '../create-test-bus.ts';

const counted = defineEvent('test:counted', { version: 1, schema: z.number() });

afterEach(() => {
  vi.useRealTimers();
});

describe('virtual time in a browser', () => {
  it('passes for timers, frames, idle time, tasks and clocks alike', async () => {
    using bus = createTestBus({ time: 'virtual' });
    const [begun, clock] = [Date.now(), performance.now()];
    const told: string[] = [];
    setTimeout(() => told.push(`timer ${Date.now() - begun}`), 100);
    requestAnimationFrame(() => told.push(`frame ${performance.now() - clock}`));
    requestIdleCallback(() => told.push('idle'));
    (globalThis as unknown as { scheduler: { postTask(run: () => void): void } }).scheduler.postTask(() => told.push('task'));
    await Promise.resolve();
    expect(told).toEqual([]);
    await bus.advance(100);
    expect(told.sort()).toEqual(['frame 16', 'idle', 'task', 'timer 100']);
  });

  it('hands out events of every delivery mode when it is flushed, and frames at their time else', async () => {
    using bus = createTestBus({ time: 'virtual' });
    const begun = performance.now();
    const heard: string[] = [];
    for (const delivery of ['microtask', 'task', 'frame', 'idle'] as const)
      bus.on(counted, ({ data }) => heard.push(`${delivery} ${data} at ${performance.now() - begun}`), { delivery });
    bus.emit(counted, 1);
    await bus.flush();
    expect(heard).toEqual(['microtask 1 at 0', 'task 1 at 0', 'frame 1 at 0', 'idle 1 at 0']);
    bus.emit(counted, 2);
    await bus.advance(16);
    expect(heard.slice(4)).toEqual(['microtask 2 at 0', 'task 2 at 0', 'frame 2 at 16']);
  });

  it('works with the fake timers of Vitest, which stay', async () => {
    vi.useFakeTimers();
    const bus = createTestBus({ time: 'virtual' });
    bus.on(counted, () => new Promise((resolve) => setTimeout(resolve, 30_000)));
    bus.emit(counted, 1);
    await bus.advance(29_999);
    expect(bus.metrics().delivered).toBe(0);
    await bus.advance(1);
    expect(bus.metrics().delivered).toBe(1);
    bus.dispose();
    expect(vi.isFakeTimers()).toBe(true);
  });

  it('gives the page its own time back', async () => {
    const page = { setTimeout, requestAnimationFrame, requestIdleCallback, Date, performance };
    createTestBus({ time: 'virtual' }).dispose();
    expect({ setTimeout, requestAnimationFrame, requestIdleCallback, Date, performance }).toEqual(page);
    expect(await new Promise((resolve) => requestAnimationFrame(resolve))).toBeGreaterThan(0);
  });
});

describe('flush in a browser', () => {
  it('does not wait for frames and idle time', async () => {
    // Neither comes in this page.
    vi.spyOn(globalThis, 'requestAnimationFrame').mockReturnValue(1);
    vi.spyOn(globalThis, 'requestIdleCallback').mockReturnValue(1);
    using bus = createTestBus();
    const heard: string[] = [];
    for (const delivery of ['idle', 'frame', 'task', 'microtask'] as const)
      bus.on(counted, () => heard.push(delivery), { delivery });
    bus.emit(counted, 1);
    await bus.flush();
    expect(heard).toEqual(['microtask', 'task', 'frame', 'idle']);
  });
});
