import { describe, expect, it, vi } from 'vitest';
import * as z from 'zod';
import { deferred } from '../deferred.test.fixture.ts';
import { type Bus, createBus, defineEvents, type SubscribeOptions } from '../index.ts';
import { nextTask } from '../next-task.test.fixture.ts';
import { createPatientHub } from '../patient-hub.test.fixture.ts';

const test = defineEvents('test', {
  pinged: { version: 1, schema: z.number() },
  kept: { version: 1, schema: z.number(), retain: 5 },
});

function newBus(): Bus {
  return createBus({ source: 'test', hub: createPatientHub(), onError: () => {} });
}

/** Emits an event for each of the keys; answers the numbers of those that the handler was given. */
async function handled(keys: readonly (string | undefined)[], options?: SubscribeOptions): Promise<number[]> {
  const bus = newBus();
  const seen: number[] = [];
  bus.on(test.pinged, ({ data }) => seen.push(data), options as object);
  keys.forEach(
    (idempotencykey, index) => void bus.emit(test.pinged, index, idempotencykey === undefined ? {} : { idempotencykey }),
  );
  await nextTask();
  return seen;
}

describe('dedupe', () => {
  it('handles events of the same key once', async () => {
    expect(await handled(['a', 'b', 'a', 'a', 'b', 'c', 'a'])).toEqual([0, 1, 5]);
  });

  it('takes events without a key for different ones', async () => {
    expect(await handled([undefined, undefined])).toEqual([0, 1]);
  });

  it('is switched off by `false`', async () => {
    expect(await handled(['a', 'a'], { dedupe: false })).toEqual([0, 1]);
  });

  it('remembers as many keys as it is told, the newest', async () => {
    expect(await handled(['a', 'b', 'c', 'c', 'b', 'a'], { dedupe: 2 })).toEqual([0, 1, 2, 5]);
  });

  it('remembers a thousand keys unless told otherwise', async () => {
    const keys = Array.from({ length: 1_001 }, (_, index) => `key ${index}`);
    const seen = await handled([...keys, 'key 1', 'key 0']);
    expect(seen).toHaveLength(1_002);
    expect(seen.at(-1)).toBe(1_002);
  });

  it('is counted as declined, not as a dead letter', async () => {
    const bus = newBus();
    bus.on(test.pinged, () => {});
    for (const data of [1, 2]) bus.emit(test.pinged, data, { idempotencykey: 'a' });
    await nextTask();
    expect(bus.metrics().subscriptions).toMatchObject([{ delivered: 1, declined: 1 }]);
    expect(bus.deadLetters.list()).toEqual([]);
  });

  it('is the affair of each subscription', async () => {
    const bus = newBus();
    const seen: string[] = [];
    bus.on(test.pinged, ({ data }) => seen.push(`one ${data}`));
    bus.emit(test.pinged, 1, { idempotencykey: 'a' });
    await nextTask();
    bus.on(test.pinged, ({ data }) => seen.push(`two ${data}`));
    bus.emit(test.pinged, 2, { idempotencykey: 'a' });
    await nextTask();
    expect(seen).toEqual(['one 1', 'two 2']);
  });

  it('counts retained events as well', async () => {
    const bus = newBus();
    bus.emit(test.kept, 1, { idempotencykey: 'a' });
    bus.emit(test.kept, 2, { idempotencykey: 'a' });
    const seen: number[] = [];
    bus.on(test.kept, ({ data }) => seen.push(data));
    bus.emit(test.kept, 3, { idempotencykey: 'a' });
    await nextTask();
    expect(seen).toEqual([1]);
  });

  it('does not remember what `where` declined', async () => {
    const bus = newBus();
    const seen: number[] = [];
    bus.on(test.pinged, ({ data }) => seen.push(data), { where: ({ data }) => data > 1 });
    for (const data of [1, 2]) bus.emit(test.pinged, data, { idempotencykey: 'a' });
    await nextTask();
    expect(seen).toEqual([2]);
  });

  it('gives an event of the same key another chance after the handler has failed', async () => {
    const bus = newBus();
    const seen: number[] = [];
    bus.on(test.pinged, ({ data }) => (data === 1 ? Promise.reject(new Error('no')) : void seen.push(data)));
    bus.emit(test.pinged, 1, { idempotencykey: 'a' });
    await vi.waitFor(() => expect(bus.deadLetters.list()).toHaveLength(1));
    bus.emit(test.pinged, 2, { idempotencykey: 'a' });
    await nextTask();
    expect(seen).toEqual([2]);
  });

  it.each<SubscribeOptions>([{ overlap: 'drop' }, { maxQueue: 1, overflow: 'drop-oldest' }])(
    'gives an event of the same key another chance after %j has let it go',
    async (options) => {
      const bus = newBus();
      const work = deferred();
      const seen: number[] = [];
      bus.on(test.pinged, ({ data }) => seen.push(data) && work.promise, options as object);
      ['a', 'b', 'c'].forEach((idempotencykey, index) => void bus.emit(test.pinged, index, { idempotencykey }));
      await nextTask();
      work.resolve();
      await vi.waitFor(() => expect(bus.metrics().delivered).toBe(seen.length));
      bus.emit(test.pinged, 3, { idempotencykey: 'b' });
      await vi.waitFor(() => expect(seen).toContain(3));
    },
  );

  it('lets a redriven event through', async () => {
    const bus = newBus();
    let works = false;
    const seen: number[] = [];
    bus.on(test.pinged, ({ data }) => (works ? void seen.push(data) : Promise.reject(new Error('no'))));
    bus.emit(test.pinged, 1, { idempotencykey: 'a' });
    await vi.waitFor(() => expect(bus.deadLetters.list()).toHaveLength(1));
    works = true;
    bus.deadLetters.redrive(() => true);
    await nextTask();
    expect(seen).toEqual([1]);
  });

  it('declines a redriven event where another one of its key was handled meanwhile', async () => {
    const bus = newBus();
    const seen: number[] = [];
    bus.on(test.pinged, ({ data, redriveof }) =>
      data === 1 && !redriveof ? Promise.reject(new Error('no')) : void seen.push(data),
    );
    bus.emit(test.pinged, 1, { idempotencykey: 'a' });
    await vi.waitFor(() => expect(bus.deadLetters.list()).toHaveLength(1));
    bus.emit(test.pinged, 2, { idempotencykey: 'a' });
    expect(bus.deadLetters.redrive(() => true)).toBe(1);
    await nextTask();
    expect(seen).toEqual([2]);
    expect(bus.metrics().subscriptions).toMatchObject([{ delivered: 1, dead: 1, declined: 1 }]);
  });

  it('declines a publication that was refused and is redriven after another one of its key was handled', async () => {
    const bus = newBus();
    const seen: number[] = [];
    bus.on(test.pinged, ({ data }) => seen.push(data));
    expect(() => bus.emit(test.pinged, '1' as never, { idempotencykey: 'a' })).toThrow();
    bus.emit(test.pinged, 1, { idempotencykey: 'a' });
    bus.deadLetters.redrive(() => true, { edit: Number });
    await nextTask();
    expect(seen).toEqual([1]);
  });

  it('remembers a redriven event that was handled', async () => {
    const bus = newBus();
    let works = false;
    const seen: number[] = [];
    bus.on(test.pinged, ({ data }) => (works ? void seen.push(data) : Promise.reject(new Error('no'))));
    bus.emit(test.pinged, 1, { idempotencykey: 'a' });
    await vi.waitFor(() => expect(bus.deadLetters.list()).toHaveLength(1));
    works = true;
    bus.deadLetters.redrive(() => true);
    bus.emit(test.pinged, 2, { idempotencykey: 'a' });
    await nextTask();
    expect(seen).toEqual([1]);
  });
});
