import { afterEach, describe, expect, it, vi } from 'vitest';
import * as z from 'zod';
import { type Bus, createBus, createHub, type Delivery, defineEvents } from '../index.ts';
import { nextTask } from '../next-task.test.fixture.ts';
import { createPatientHub } from '../patient-hub.test.fixture.ts';

const test = defineEvents('test', {
  pinged: { version: 1, schema: z.number() },
  answered: { version: 1, schema: z.number() },
  kept: { version: 1, schema: z.number(), retain: 3 },
});
const laterModes: Delivery[] = ['task', 'frame', 'idle'];
/** How long a loaded machine may take to have a frame or an idle time. */
const patience = { timeout: 12_000 };
const allModes: Delivery[] = ['sync', 'microtask', ...laterModes];

function newBus(): Bus {
  return createBus({ source: 'test', hub: createPatientHub() });
}

function nextFrame(): Promise<number> {
  return new Promise((resolve) => requestAnimationFrame(resolve));
}

function nextIdle(): Promise<IdleDeadline> {
  return new Promise((resolve) => requestIdleCallback(resolve));
}

/** Plays the hidden page: browsers run neither frames nor, for long, idle callbacks in it. */
function hidePage(): void {
  vi.spyOn(document, 'hidden', 'get').mockReturnValue(true);
  vi.spyOn(globalThis, 'requestAnimationFrame').mockReturnValue(1);
  vi.spyOn(globalThis, 'requestIdleCallback').mockReturnValue(1);
}

afterEach(() => void vi.restoreAllMocks());

describe.each(allModes)('delivery: %s', (delivery) => {
  it('keeps the order of emitting, across events and emitters', async () => {
    const bus = newBus();
    const other = createBus({ source: 'other', hub: bus.hub });
    const seen: unknown[] = [];
    bus.on('test:*', ({ data }) => seen.push(data), { delivery });
    const numbers = Array.from({ length: 50 }, (_, index) => index);
    for (const data of numbers) [bus, other][data % 2]!.emit([test.pinged, test.answered][data % 3 ? 0 : 1]!, data);
    await expect.poll(() => seen, patience).toEqual(numbers);
  });

  it('gives retained events first', async () => {
    const bus = newBus();
    for (const data of [1, 2]) bus.emit(test.kept, data);
    const seen: unknown[] = [];
    bus.on(test.kept, ({ data, replayed }) => seen.push([data, replayed]), { delivery });
    bus.emit(test.kept, 3);
    await expect
      .poll(() => seen, patience)
      .toEqual([
        [1, true],
        [2, true],
        [3, undefined],
      ]);
  });

  it('leaves a handler that throws to itself', async () => {
    const errors: unknown[] = [];
    const bus = createBus({ source: 'test', hub: createPatientHub(), onError: ({ cause }) => errors.push(cause) });
    const seen: number[] = [];
    const failure = new Error('no');
    const handler = ({ data }: { data: number }): void => {
      if (data === 1) throw failure;
      seen.push(data);
    };
    bus.on(test.pinged, handler, { delivery });
    bus.on(test.pinged, ({ data }) => seen.push(data * 10), { delivery });
    for (const data of [1, 2]) bus.emit(test.pinged, data);
    await expect.poll(() => seen.toSorted((one, two) => one - two), patience).toEqual([2, 10, 20]);
    expect(errors).toEqual([failure]);
  });
});

describe.each(laterModes)('delivery: %s', (delivery) => {
  it('waits for more than a microtask', async () => {
    const bus = newBus();
    const seen: number[] = [];
    bus.on(test.pinged, ({ data }) => seen.push(data), { delivery });
    bus.emit(test.pinged, 1);
    for (let microtask = 0; microtask < 100; microtask++) await Promise.resolve();
    expect(seen).toEqual([]);
    await expect.poll(() => seen, patience).toEqual([1]);
  });

  it('takes what waits as one batch: no task in between', async () => {
    const bus = newBus();
    const order: string[] = [];
    const handler = ({ data }: { data: number }): void => {
      if (data === 1) nextTask().then(() => order.push('task'));
      order.push(`event ${data}`);
    };
    bus.on(test.pinged, handler, { delivery });
    for (const data of [1, 2, 3]) bus.emit(test.pinged, data);
    await expect.poll(() => order, patience).toEqual(['event 1', 'event 2', 'event 3', 'task']);
  });

  it('lets tasks in between where a batch spends the slice', async () => {
    const bus = createBus({ source: 'test', hub: createHub({ limits: { slice: 0 } }) });
    const order: string[] = [];
    const handler = ({ data }: { data: number }): void => {
      if (data === 1) nextTask().then(() => order.push('task'));
      order.push(`event ${data}`);
    };
    bus.on(test.pinged, handler, { delivery });
    for (let data = 1; data <= 5; data++) bus.emit(test.pinged, data);
    await expect
      .poll(() => order.filter((entry) => entry !== 'task'), patience)
      .toEqual(['event 1', 'event 2', 'event 3', 'event 4', 'event 5']);
    expect(order.at(-1)).not.toBe('task');
  });

  it('comes though the page is hidden, where there are no frames and seldom idle times', async () => {
    hidePage();
    const bus = newBus();
    const seen: number[] = [];
    bus.on(test.pinged, ({ data }) => seen.push(data), { delivery });
    for (const data of [1, 2]) bus.emit(test.pinged, data);
    await expect.poll(() => seen, patience).toEqual([1, 2]);
  });

  it('comes though the page is hidden while it waits', async () => {
    vi.spyOn(globalThis, 'requestAnimationFrame').mockReturnValue(1);
    vi.spyOn(globalThis, 'requestIdleCallback').mockReturnValue(1);
    const bus = newBus();
    const seen: number[] = [];
    bus.on(test.pinged, ({ data }) => seen.push(data), { delivery });
    bus.emit(test.pinged, 1);
    await nextTask();
    hidePage();
    document.dispatchEvent(new Event('visibilitychange'));
    await expect.poll(() => seen, patience).toEqual([1]);
    bus.emit(test.pinged, 2);
    await expect.poll(() => seen, patience).toEqual([1, 2]);
  });

  it('does not come after the subscription has ended', async () => {
    const bus = newBus();
    const handler = vi.fn();
    const stop = bus.on(test.pinged, handler, { delivery });
    bus.emit(test.pinged, 1);
    await Promise.resolve();
    stop();
    await Promise.all([nextTask(), nextFrame(), nextIdle()]);
    expect(handler).not.toHaveBeenCalled();
  });
});

describe('delivery: frame', () => {
  it('comes in the next frame, before it is painted', async () => {
    const bus = newBus();
    const times: unknown[] = [];
    bus.on(test.pinged, () => times.push(document.timeline.currentTime), { delivery: 'frame' });
    const frame = nextFrame();
    for (const data of [1, 2]) bus.emit(test.pinged, data);
    const time = await frame;
    await nextFrame();
    expect(times).toEqual([time, time]);
  });
});

describe('delivery: idle', () => {
  it('comes when the browser would call back an idle page', async () => {
    const bus = newBus();
    const order: string[] = [];
    bus.on(test.pinged, () => order.push('handler'), { delivery: 'idle' });
    bus.emit(test.pinged, 1);
    await Promise.resolve();
    const task = nextTask().then(() => order.push('task'));
    const idle = nextIdle().then(() => order.push('idle'));
    await Promise.all([task, idle]);
    expect(order).toEqual(['task', 'handler', 'idle']);
  });
});

describe('delivery: idle on a busy page', () => {
  it('is not put off for ever', async () => {
    const bus = newBus();
    const seen: number[] = [];
    bus.on(test.pinged, ({ data }) => seen.push(data), { delivery: 'idle' });
    bus.emit(test.pinged, 1);
    const begun = performance.now();
    while (seen.length === 0 && performance.now() - begun < 4_000) {
      const task = nextTask();
      const busy = performance.now();
      while (performance.now() - busy < 20);
      await task;
    }
    expect(seen).toEqual([1]);
  });
});

describe('delivery: task', () => {
  it('comes before others when it is urgent, after them when it is not', async () => {
    const bus = newBus();
    const order: string[] = [];
    bus.on(test.pinged, () => order.push('background'), { delivery: 'task', priority: 'background' });
    bus.on(test.pinged, () => order.push('default'), { delivery: 'task' });
    bus.on(test.pinged, () => order.push('user-blocking'), { delivery: 'task', priority: 'user-blocking' });
    bus.emit(test.pinged, 1);
    await expect.poll(() => order, patience).toEqual(['user-blocking', 'default', 'background']);
  });
});
