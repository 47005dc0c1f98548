import { describe, expect, it, vi } from 'vitest';
import * as z from 'zod';
import { deferred } from '../deferred.test.fixture.ts';
import { type Bus, createBus, createHub, defineEvents, type Stage, type SubscribeOptions } from '../index.ts';
import { nextTask } from '../next-task.test.fixture.ts';
import { createPatientHub } from '../patient-hub.test.fixture.ts';

const test = defineEvents('test', {
  pinged: { version: 1, schema: z.number() },
  kept: { version: 1, schema: z.number(), retain: 5 },
});
const policies = ['dead-letter', 'drop-oldest', 'latest-by-key'] as const;

function newBus(stages: readonly Stage[] = []): Bus {
  return createBus({ source: 'test', hub: createPatientHub(), stages });
}

describe('emit past the bound of a subscription', () => {
  it.each<SubscribeOptions>([
    ...policies.map((overflow) => ({ overflow })),
    ...policies.map((overflow) => ({ overflow, delivery: 'task' as const })),
  ])('runs no code of the receiver, with %j', async (options) => {
    const receiver = vi.fn(() => undefined);
    const bus = newBus([{ name: 'own', side: 'receive', before: 'cast', run: receiver }]);
    const newer = { ...test.pinged, version: 2, upcast: { 1: vi.fn((data: unknown) => data) } };
    const where = vi.fn(() => true);
    const handler = vi.fn();
    bus.on(newer, handler, { ...options, maxQueue: 2, where } as object);
    for (const data of [1, 2, 3, 4, 5]) bus.emit(test.pinged, data);
    for (const code of [receiver, newer.upcast[1], where, handler]) expect(code).not.toHaveBeenCalled();
    await vi.waitFor(() => expect(handler).toHaveBeenCalledTimes(2));
    for (const code of [receiver, newer.upcast[1], where]) expect(code).toHaveBeenCalledTimes(2);
  });

  it('keeps the order of emitting over the whole hub, whoever is past its bound', async () => {
    const bus = newBus();
    const order: string[] = [];
    const listen = (name: string, options: SubscribeOptions): void =>
      void bus.on('test:*', ({ data }) => order.push(`${name} ${data}`), options);
    listen('roomy', {});
    listen('newest', { maxQueue: 2, overflow: 'drop-oldest' });
    listen('oldest', { maxQueue: 2 });
    for (const data of [1, 2, 3, 4]) bus.emit(data % 2 ? test.pinged : test.kept, data);
    await nextTask();
    expect(order).toEqual([...['roomy 1', 'oldest 1', 'roomy 2', 'oldest 2'], ...['roomy 3', 'newest 3', 'roomy 4', 'newest 4']]);
  });

  it('gives the events in order, though more are emitted between two slices', async () => {
    const bus = createBus({ source: 'test', hub: createHub({ limits: { slice: 0 } }) });
    const seen: number[] = [];
    bus.on(test.pinged, ({ data }) => seen.push(data), { maxQueue: 3, overflow: 'drop-oldest' });
    for (const data of [1, 2, 3, 4]) bus.emit(test.pinged, data);
    await vi.waitFor(() => expect(seen).not.toEqual([]), { interval: 1 });
    for (const data of [5, 6]) bus.emit(test.pinged, data);
    await vi.waitFor(() => expect(seen.slice(-3)).toEqual([4, 5, 6]));
    expect(seen).toEqual(seen.toSorted());
  });

  it('shows the letter to observers, who may emit', async () => {
    const bus = newBus();
    const seen: number[] = [];
    bus.on(test.pinged, ({ data }) => seen.push(data), { delivery: 'sync' });
    bus.on(test.pinged, ({ data }) => seen.push(data * 10), { maxQueue: 2 });
    bus.deadLetters.subscribe(({ event }) => event.data === 3 && bus.emit(test.pinged, 4));
    for (const data of [1, 2, 3]) bus.emit(test.pinged, data);
    await nextTask();
    expect(seen).toEqual([1, 2, 3, 4, 10, 20]);
    expect(bus.deadLetters.list().map(({ event }) => event.data)).toEqual([3, 4]);
  });
});

describe('a subscription past its bound', () => {
  it('that is ended is given no more, and others are', async () => {
    const bus = newBus();
    const seen: string[] = [];
    const stop = bus.on(test.pinged, () => seen.push('ended'), { maxQueue: 1, overflow: 'drop-oldest' });
    bus.on(test.pinged, ({ data }) => seen.push(`other ${data}`));
    for (const data of [1, 2]) bus.emit(test.pinged, data);
    stop();
    bus.emit(test.pinged, 3);
    await nextTask();
    expect(seen).toEqual(['other 1', 'other 2', 'other 3']);
    expect(bus.metrics().queueDepth).toBe(0);
  });

  it('hears nothing of what was emitted before another one began', async () => {
    const bus = newBus();
    const seen: string[] = [];
    bus.on(test.pinged, ({ data }) => seen.push(`first ${data}`), { maxQueue: 1 });
    for (const data of [1, 2]) bus.emit(test.pinged, data);
    bus.on(test.pinged, ({ data }) => seen.push(`second ${data}`), { maxQueue: 1 });
    for (const data of [3, 4]) bus.emit(test.pinged, data);
    await nextTask();
    expect(seen).toEqual(['first 1', 'second 3']);
  });

  it('remembers no idempotency key of what it refused', async () => {
    const bus = newBus();
    const seen: number[] = [];
    bus.on(test.pinged, ({ data }) => seen.push(data), { maxQueue: 1 });
    for (const [data, idempotencykey] of [[1, 'a'] as const, [2, 'b'] as const, [3, 'a'] as const]) {
      bus.emit(test.pinged, data, { idempotencykey });
    }
    await nextTask();
    for (const [data, idempotencykey] of [[4, 'a'] as const, [5, 'b'] as const]) {
      bus.emit(test.pinged, data, { idempotencykey });
      await nextTask();
    }
    expect(seen).toEqual([1, 5]);
  });
});

describe('retained events', () => {
  it('find room though there are more than `maxQueue`; those emitted meanwhile do not', async () => {
    const bus = newBus();
    for (const data of [1, 2, 3]) bus.emit(test.kept, data);
    const seen: unknown[] = [];
    bus.on(test.kept, ({ data, replayed }) => seen.push([data, replayed]), { maxQueue: 2 });
    bus.emit(test.kept, 4);
    await nextTask();
    expect(seen).toEqual([1, 2, 3].map((data) => [data, true]));
    expect(bus.deadLetters.list()).toMatchObject([{ reason: 'overflow', event: { data: 4 } }]);
  });

  it('make room for later ones as `overflow` says', async () => {
    const bus = newBus();
    for (const data of [1, 2, 3]) bus.emit(test.kept, data);
    const seen: unknown[] = [];
    bus.on(test.kept, ({ data, replayed }) => seen.push([data, replayed]), { maxQueue: 2, overflow: 'drop-oldest' });
    bus.emit(test.kept, 4);
    await nextTask();
    expect(seen).toEqual([
      [2, true],
      [3, true],
      [4, undefined],
    ]);
  });
});

describe('a redriven event', () => {
  it('stays a letter while the queue of who missed it is full, and finds room later', async () => {
    const bus = newBus();
    const work = deferred();
    const seen: number[] = [];
    bus.on(test.pinged, ({ data }) => seen.push(data) && work.promise, { maxQueue: 1, overflow: 'dead-letter' });
    for (const data of [1, 2, 3]) {
      bus.emit(test.pinged, data);
      await nextTask();
    }
    const [letter] = bus.deadLetters.list();
    expect(bus.deadLetters.redrive(() => true)).toBe(0);
    expect(bus.deadLetters.list()).toEqual([letter]);
    work.resolve();
    await vi.waitFor(() => expect(seen).toEqual([1, 2]));
    expect(bus.deadLetters.redrive(letter!.id)).toBe(1);
    await vi.waitFor(() => expect(seen).toEqual([1, 2, 3]));
  });

  it('comes after what waits, where the subscription has been past its bound', async () => {
    const bus = newBus();
    const seen: number[] = [];
    bus.on(test.pinged, ({ data }) => seen.push(data), { maxQueue: 3, overflow: 'drop-oldest' });
    bus.on(test.pinged, () => {}, { maxQueue: 1 });
    for (const data of [1, 2]) bus.emit(test.pinged, data);
    await nextTask();
    for (const data of [3, 4]) bus.emit(test.pinged, data);
    await nextTask();
    expect(bus.deadLetters.redrive(({ event }) => event.data === 2)).toBe(1);
    expect(seen).toEqual([1, 2, 3, 4]);
    expect(bus.metrics().subscriptions.map(({ queueDepth }) => queueDepth)).toEqual([0, 1]);
  });
});
