import { type Bus, createBus, defineEvent } from '@busbar/core';
import { createTestBus } from '@busbar/testing';
import fc from 'fast-check';
import { describe, expect, it, vi } from 'vitest';
import * as z from 'zod';
import { collection } from './collection.ts';

const schema = z.object({ sku: z.string(), left: z.number().nullable() });
const by = ({ sku }: { sku: string }) => sku;
const tombstone = ({ left }: { left: number | null }) => left === null;
const levelChanged = defineEvent('stock:levelChanged', { version: 1, schema, retain: { last: 1, by, tombstone } });

const set = (bus: Bus, sku: string, left: number | null) => bus.emit(levelChanged, { sku, left });

describe('a collection', () => {
  it('holds at once what is retained, the newest of each key', () => {
    using bus = createTestBus();
    const contract = defineEvent('stock:levelChanged', { version: 1, schema, retain: { last: 3, by } });
    for (const [sku, left] of [
      ['A', 1],
      ['B', 2],
      ['A', 3],
    ] as const)
      bus.emit(contract, { sku, left });
    const levels = collection(bus, contract);
    expect([levels.size, levels.keys(), levels.get('A'), levels.has('C')]).toEqual([2, ['A', 'B'], { sku: 'A', left: 3 }, false]);
    expect([...levels.all.get().values()]).toEqual([
      { sku: 'A', left: 3 },
      { sku: 'B', left: 2 },
    ]);
  });

  it('changes while the event is being emitted, whoever emits it', () => {
    using bus = createTestBus();
    const levels = collection(bus, levelChanged);
    set(bus.scope({ source: 'stock' }), 'A', 5);
    expect(levels.get('A')).toEqual({ sku: 'A', left: 5 });
    set(bus, 'A', 4);
    expect(levels.get('A')?.left).toBe(4);
  });

  it('gives the payloads of the events, frozen', () => {
    using bus = createTestBus();
    const levels = collection(bus, levelChanged);
    const { data } = set(bus, 'A', 5);
    expect(levels.get('A')).toBe(data);
    expect(Object.isFrozen(levels.get('A'))).toBe(true);
  });

  it('lets an entry go by its tombstone; one for a key that is not there is nothing', async () => {
    using bus = createTestBus();
    const levels = collection(bus, levelChanged);
    const kinds: string[] = [];
    levels.changes.subscribe(({ kind, key }) => kinds.push(`${kind} ${key}`));
    for (const left of [1, null, null, 2]) set(bus, 'A', left);
    await bus.flush();
    expect([levels.get('A')?.left, kinds]).toEqual([2, ['set A', 'deleted A', 'set A']]);
    set(bus, 'A', null);
    expect([levels.size, levels.has('A'), collection(bus, levelChanged).size]).toEqual([0, false, 0]);
  });

  it('lets an entry go when its time to live has passed, unless a newer one has come', async () => {
    using bus = createTestBus({ time: 'virtual' });
    const levels = collection(bus, levelChanged);
    const event = bus.emit(levelChanged, { sku: 'A', left: 1 }, { ttl: 100 });
    bus.emit(levelChanged, { sku: 'B', left: 1 }, { ttl: 100 });
    const changes: unknown[] = [];
    levels.changes.subscribe((change) => changes.push(change));
    await bus.advance(50);
    set(bus, 'B', 2);
    await bus.advance(51);
    expect(levels.keys()).toEqual(['B']);
    expect(changes.at(-1)).toEqual({ kind: 'deleted', key: 'A', previous: event.data, event });
  });

  it('takes events of another version as its own contract understands them', () => {
    using bus = createTestBus();
    const upcast = { 1: ({ sku, left }: { sku: string; left: number }) => ({ sku, count: left }) };
    const two = defineEvent('stock:levelChanged', {
      version: 2,
      schema: z.object({ sku: z.string(), count: z.number() }),
      upcast,
      retain: { last: 1, by },
    });
    set(bus, 'A', 5);
    const levels = collection(bus, two);
    set(bus, 'B', 6);
    expect([levels.get('A'), levels.get('B')]).toEqual([
      { sku: 'A', count: 5 },
      { sku: 'B', count: 6 },
    ]);
  });

  it.each([undefined, 'latest', 5] as const)('needs a contract that retains by key, not %s', (retain) => {
    using bus = createTestBus();
    const contract = defineEvent('stock:counted', { version: 1, schema, ...(retain && { retain }) });
    expect(() => collection(bus, contract)).toThrow(expect.objectContaining({ code: 'invalid-contract' }));
  });

  it('is forbidden to a scope that may not hear its events', () => {
    using bus = createTestBus();
    expect(() => collection(bus.scope({ subscribe: ['cart:*'] }), levelChanged)).toThrow(
      expect.objectContaining({ code: 'forbidden' }),
    );
  });

  it('works between two copies of everything', async () => {
    using bus = createTestBus();
    set(bus, 'A', 5);
    vi.resetModules();
    const theirs = await import('@busbar/core');
    const { collection: another } = await import('./collection.ts');
    expect(another).not.toBe(collection);
    const levels = another(theirs.createBus({ source: 'theirs', hub: bus.hub }), levelChanged);
    set(bus, 'B', 6);
    expect(levels.keys()).toEqual(['A', 'B']);
  });
});

describe('what is observed of a collection', () => {
  it('is told in the microtask after, once for all changes until then', async () => {
    using bus = createTestBus();
    const levels = collection(bus, levelChanged);
    const sizes: number[] = [];
    levels.all.subscribe((all) => sizes.push(all.size));
    for (const sku of ['A', 'B', 'C']) set(bus, sku, 1);
    expect(sizes).toEqual([]);
    await bus.flush();
    expect(sizes).toEqual([3]);
  });

  it('is the same map until something changes, and never changed itself', () => {
    using bus = createTestBus();
    const levels = collection(bus, levelChanged);
    set(bus, 'A', 1);
    const before = levels.all.get();
    expect(levels.all.get()).toBe(before);
    set(bus, 'B', 1);
    expect([before.size, levels.all.get().size]).toEqual([1, 2]);
  });

  it('of one entry is told of its key alone, also where it comes later or is deleted', async () => {
    using bus = createTestBus();
    const entry = collection(bus, levelChanged).entry('A');
    const heard: unknown[] = [];
    const stop = entry.subscribe({ next: (data) => heard.push(data?.left) });
    expect(entry.get()).toBeUndefined();
    for (const [sku, left] of [
      ['B', 1],
      ['A', 2],
      ['B', 3],
      ['A', null],
      ['A', 4],
    ] as const) {
      set(bus, sku, left);
      await bus.flush();
    }
    stop();
    set(bus, 'A', 5);
    await bus.flush();
    expect([heard, entry.get()?.left]).toEqual([[2, undefined, 4], 5]);
  });

  it('says what changed, from what, by which event, after the emitting call', async () => {
    using bus = createTestBus();
    const one = set(bus, 'A', 1);
    const changes: unknown[] = [];
    collection(bus, levelChanged).changes.subscribe((change) => changes.push(change));
    const two = set(bus, 'A', 2);
    const end = set(bus, 'A', null);
    expect(changes).toEqual([]);
    await bus.flush();
    expect(changes).toEqual([
      { kind: 'set', key: 'A', data: two.data, previous: one.data, event: two },
      { kind: 'deleted', key: 'A', previous: two.data, event: end },
    ]);
  });

  it('goes on where one observer throws, which is reported', async () => {
    const report = vi.fn();
    using bus = createTestBus({ onError: report });
    const levels = collection(bus, levelChanged);
    const heard: number[] = [];
    levels.all.subscribe(() => {
      throw new Error('Observer');
    });
    levels.all.subscribe(({ size }) => heard.push(size));
    set(bus, 'A', 1);
    await bus.flush();
    expect([heard, report.mock.calls.length]).toEqual([[1], 1]);
  });
});

describe('the end of a collection', () => {
  it.each([
    ['stop', (levels: { stop(): void }) => levels.stop()],
    ['its scope', (_levels: object, scope: Bus) => scope.dispose()],
  ])('by %s leaves nothing behind, and what it holds can still be read', async (_name, end) => {
    using bus = createTestBus();
    const scope = bus.scope();
    const levels = collection(scope, levelChanged);
    const complete = vi.fn();
    levels.changes.subscribe({ complete });
    vi.useFakeTimers({ toFake: ['setTimeout', 'clearTimeout'] });
    bus.emit(levelChanged, { sku: 'A', left: 1 }, { ttl: 60_000 });
    expect(vi.getTimerCount()).toBe(1);
    end(levels, scope);
    expect([vi.getTimerCount(), bus.hub.subscriptions.size]).toEqual([0, 0]);
    vi.useRealTimers();
    set(bus, 'B', 1);
    await bus.flush();
    expect([levels.keys(), complete.mock.calls.length]).toEqual([['A'], 1]);
  });
});

describe('whatever is emitted', () => {
  const anyEvent = fc.record({ sku: fc.constantFrom('A', 'B', 'C'), left: fc.option(fc.nat(9), { freq: 3 }) });

  it('a collection is what the events say, from whichever event on it was there, and its changes lead from there to the end', async () => {
    await fc.assert(
      fc.asyncProperty(fc.array(anyEvent, { maxLength: 20 }), fc.nat(20), async (events, late) => {
        const bus = createBus({ source: 'stock', hub: createTestBus().hub });
        const first = collection(bus, levelChanged);
        for (const event of events.slice(0, late)) bus.emit(levelChanged, event);
        const second = collection(bus, levelChanged);
        const followed = new Map(second.all.get());
        second.changes.subscribe(({ kind, key }) => kind === 'deleted' && followed.delete(key));
        second.changes.subscribe((change) => change.kind === 'set' && followed.set(change.key, change.data));
        for (const event of events.slice(late)) bus.emit(levelChanged, event);
        await new Promise((resolve) => setTimeout(resolve));
        const model = new Map<string, unknown>();
        for (const event of events) event.left === null ? model.delete(event.sku) : model.set(event.sku, event);
        const contents = [first.all.get(), second.all.get(), followed].map((map) => Object.fromEntries(map));
        expect(contents).toEqual(Array(3).fill(Object.fromEntries(model)));
      }),
      { numRuns: 100 },
    );
  });
});
