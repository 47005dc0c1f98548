import { describe, expect, it, vi } from 'vitest';
import * as z from 'zod';
import { deferred } from '../deferred.test.fixture.ts';
import { createBus, createHub, defineEvent } from '../index.ts';
import { nextTask } from '../next-task.test.fixture.ts';

const counted = defineEvent('test:counted', { version: 1, schema: z.number() });
/** Every piece of work spends this budget, so that each has to let the page breathe. */
const spentAtOnce = { slice: 0 };

function upTo(last: number): number[] {
  return Array.from({ length: last }, (_, index) => index + 1);
}

/** Counts the tasks that get their turn until `done` says that nothing is left to do. */
async function countTurns(done: () => boolean): Promise<number> {
  let turns = 0;
  while (!done()) {
    await new Promise((resolve) => setTimeout(resolve));
    turns++;
  }
  return turns;
}

/** Keeps the processor busy for longer than half the default slice. */
function work(): void {
  const begun = performance.now();
  while (performance.now() - begun < 3);
}

describe('Promise 4: deliveries come in slices that let the page breathe', () => {
  it('lets tasks in between the events of a long queue, and keeps their order', async () => {
    const bus = createBus({ source: 'test', hub: createHub({ limits: spentAtOnce }) });
    const seen: number[] = [];
    bus.on(counted, ({ data }) => seen.push(data));
    for (const count of upTo(20)) bus.emit(counted, count);
    expect(await countTurns(() => seen.length === 20)).toBeGreaterThan(2);
    expect(seen).toEqual(upTo(20));
  });

  it('lets tasks in between the subscribers of one event, and reaches each once', async () => {
    const bus = createBus({ source: 'test', hub: createHub({ limits: spentAtOnce }) });
    const seen: number[] = [];
    for (const name of upTo(20)) bus.on(counted, () => seen.push(name));
    bus.emit(counted, 1);
    expect(await countTurns(() => seen.length === 20)).toBeGreaterThan(2);
    expect(seen).toEqual(upTo(20));
  });

  it('lets tasks in between retained events that a late subscriber is given', async () => {
    const kept = defineEvent('test:kept', { version: 1, schema: z.number(), retain: 20 });
    const bus = createBus({ source: 'test', hub: createHub({ limits: spentAtOnce }) });
    for (const count of upTo(20)) bus.emit(kept, count);
    const seen: number[] = [];
    bus.on(kept, ({ data }) => seen.push(data));
    expect(await countTurns(() => seen.length === 20)).toBeGreaterThan(2);
    expect(seen).toEqual(upTo(20));
  });

  it('lets tasks in between events that wait for an asynchronous handler, though its promises are settled already', async () => {
    const bus = createBus({ source: 'test', hub: createHub({ limits: spentAtOnce }) });
    const seen: number[] = [];
    bus.on(counted, async ({ data }) => void seen.push(data));
    for (const count of upTo(20)) bus.emit(counted, count);
    expect(await countTurns(() => seen.length === 20)).toBeGreaterThan(2);
    expect(seen).toEqual(upTo(20));
  });

  it('lets tasks in between events that waited for a promise, though the handler answers without one', async () => {
    const bus = createBus({ source: 'test', hub: createHub({ limits: spentAtOnce }) });
    const first = deferred();
    const seen: number[] = [];
    bus.on(counted, ({ data }) => (seen.push(data) === 1 ? first.promise : undefined));
    for (const count of upTo(20)) bus.emit(counted, count);
    await vi.waitFor(() => expect(bus.metrics().subscriptions).toMatchObject([{ queueDepth: 19 }]));
    first.resolve();
    expect(await countTurns(() => seen.length === 20)).toBeGreaterThan(2);
    expect(seen).toEqual(upTo(20));
  });

  it('lets tasks in between handlers that answer each other in microtasks for ever, without telling what they answer', async () => {
    const answered = defineEvent('test:answered', { version: 1, schema: z.number() });
    const bus = createBus({ source: 'test', hub: createHub() });
    let answers = 0;
    const answer = async (contract: typeof counted | typeof answered): Promise<void> => {
      for (const _ of upTo(20)) await undefined;
      if (answers < 20_000) bus.emit(contract, ++answers);
    };
    bus.on(counted, () => answer(answered));
    bus.on(answered, () => answer(counted));
    bus.emit(counted, 0);
    expect(await countTurns(() => answers === 20_000)).toBeGreaterThan(2);
  });

  it('puts what is emitted between two slices after what waits', async () => {
    const bus = createBus({ source: 'test', hub: createHub({ limits: spentAtOnce }) });
    const seen: number[] = [];
    bus.on(counted, ({ data }) => seen.push(data));
    for (const count of upTo(20)) bus.emit(counted, count);
    await nextTask();
    expect(seen.length).toBeLessThan(20);
    bus.emit(counted, 21);
    await vi.waitFor(() => expect(seen).toEqual(upTo(21)));
  });

  it('does not give an event between two slices to a subscription that was ended meanwhile', async () => {
    const bus = createBus({ source: 'test', hub: createHub({ limits: spentAtOnce }) });
    const seen: string[] = [];
    bus.on(counted, () => seen.push('first'));
    const stop = bus.on(counted, () => seen.push('ended'));
    bus.on(counted, () => seen.push('last'));
    bus.emit(counted, 1);
    await Promise.resolve();
    stop();
    await vi.waitFor(() => expect(seen).toContain('last'));
    expect(seen).toEqual(['first', 'last']);
  });

  it('takes about five milliseconds at a time, unless told otherwise', async () => {
    const bus = createBus({ source: 'test', hub: createHub() });
    let calls = 0;
    bus.on(counted, () => {
      calls++;
      work();
    });
    for (const count of upTo(20)) bus.emit(counted, count);
    expect(await countTurns(() => calls === 20)).toBeGreaterThan(2);
  });

  it('takes quick handlers together: a thousand events do not cost a thousand tasks', async () => {
    const bus = createBus({ source: 'test', hub: createHub() });
    let calls = 0;
    bus.on(counted, () => calls++);
    for (const count of upTo(1_000)) bus.emit(counted, count);
    expect(await countTurns(() => calls === 1_000)).toBeLessThan(100);
  });
});
