// @vitest-environment jsdom
import { defineEvent } from '@busbar/core';
import { describe, expect, it, vi } from 'vitest';
import * as z from 'zod';
import { createTestBus } from '../create-test-bus.ts';

const counted = defineEvent('test:counted', { version: 1, schema: z.number() });

describe('a test bus in jsdom', () => {
  it('has no window unless it is given one, so that nothing is mirrored from test to test', async () => {
    using bus = createTestBus();
    const heard = vi.fn();
    window.addEventListener('test:counted', heard, { once: true });
    bus.emit(counted, 1);
    await bus.flush();
    expect(heard).not.toHaveBeenCalled();
  });

  it.each(['real', 'virtual'] as const)('hands out every delivery mode in %s time', async (time) => {
    using bus = createTestBus({ time });
    const heard: string[] = [];
    for (const delivery of ['microtask', 'task', 'frame', 'idle'] as const)
      bus.on(counted, ({ data }) => heard.push(`${delivery} ${data}`), { delivery });
    bus.emit(counted, 1);
    await bus.flush();
    expect(heard.sort()).toEqual(['frame 1', 'idle 1', 'microtask 1', 'task 1']);
  });

  it('lets virtual time pass for timers and for the frames of the window', async () => {
    using bus = createTestBus({ time: 'virtual' });
    const begun = performance.now();
    const told: string[] = [];
    setTimeout(() => told.push(`timer ${performance.now() - begun}`), 50);
    requestAnimationFrame(() => told.push(`frame ${performance.now() - begun}`));
    bus.on(counted, () => told.push('task'), { delivery: 'task' });
    bus.emit(counted, 1);
    await bus.advance(50);
    expect(told).toEqual(['task', 'frame 16', 'timer 50']);
  });
});
