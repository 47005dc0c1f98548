import { afterEach, describe, expect, it, vi } from 'vitest';
import * as z from 'zod';
import { type Bus, createBus, createHub, defineEvents } from '../index.ts';
import { nextTask } from '../next-task.test.fixture.ts';
import { createPatientHub } from '../patient-hub.test.fixture.ts';

const test = defineEvents('test', {
  pinged: { version: 1, schema: z.number() },
});
/** How long a loaded machine may take to get so far. */
const patience = { timeout: 4_000 };

function newBus(): Bus {
  return createBus({ source: 'test', hub: createPatientHub() });
}

function nextFrame(): Promise<number> {
  return new Promise((resolve) => requestAnimationFrame(resolve));
}

afterEach(() => void vi.restoreAllMocks());

describe('Promise 4: emitting never runs a consumer', () => {
  it('gives an event by default after the emitting call and before the next task and frame', async () => {
    const bus = newBus();
    const order: string[] = [];
    const others = [nextTask().then(() => order.push('task')), nextFrame().then(() => order.push('frame'))];
    bus.on(test.pinged, () => order.push('handler'));
    bus.emit(test.pinged, 1);
    order.push('emit returned');
    await Promise.all(others);
    expect(order.slice(0, 2)).toEqual(['emit returned', 'handler']);
  });

  it('lets the page breathe while a long queue is worked off', async () => {
    const bus = createBus({ source: 'test', hub: createHub() });
    const order: string[] = [];
    const handler = ({ data }: { data: number }): void => {
      if (data === 1) nextTask().then(() => order.push('task'));
      const begun = performance.now();
      while (performance.now() - begun < 2);
      order.push(`event ${data}`);
    };
    bus.on(test.pinged, handler);
    for (let data = 1; data <= 20; data++) bus.emit(test.pinged, data);
    await expect.poll(() => order.length, patience).toBe(21);
    expect(order.indexOf('task')).toBeLessThan(20);
    expect(order.filter((entry) => entry !== 'task')).toEqual(Array.from({ length: 20 }, (_, index) => `event ${index + 1}`));
  });

  it('gives what waits before the page goes away', () => {
    const bus = createBus({ source: 'test', hub: createHub({ window, limits: { slice: 0 } }) });
    const seen: number[] = [];
    bus.on(test.pinged, ({ data }) => seen.push(data));
    for (const data of [1, 2, 3]) bus.emit(test.pinged, data);
    window.dispatchEvent(new PageTransitionEvent('pagehide'));
    expect(seen).toEqual([1, 2, 3]);
  });

  it('gives each event once and in order, though the page goes away while a handler runs', async () => {
    const bus = createBus({ source: 'test', hub: createHub({ window }) });
    const seen: number[] = [];
    bus.on(test.pinged, ({ data }) => {
      if (data === 1) window.dispatchEvent(new PageTransitionEvent('pagehide'));
      seen.push(data);
    });
    for (const data of [1, 2, 3]) bus.emit(test.pinged, data);
    await nextTask();
    expect(seen).toEqual([1, 2, 3]);
  });

  it('reports what a handler throws as browsers report uncaught errors, where nobody gave `onError`', async () => {
    const reported = vi.spyOn(globalThis, 'reportError').mockImplementation(() => {});
    const bus = newBus();
    const failure = new Error('no');
    bus.on(test.pinged, () => Promise.reject(failure));
    bus.emit(test.pinged, 1);
    await expect.poll(() => reported.mock.calls, patience).toMatchObject([[{ code: 'handler-failed', cause: failure }]]);
  });
});
