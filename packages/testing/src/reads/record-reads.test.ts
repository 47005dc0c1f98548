import { defineEvent } from '@busbar/core';
import { afterEach, describe, expect, it } from 'vitest';
import * as z from 'zod';
import { createTestBus } from '../create-test-bus.ts';
import { recordReads } from './record-reads.ts';
import { forgetReads, recordedReads } from './recording.ts';

const Line = z.object({ sku: z.string(), price: z.number(), gift: z.boolean().optional() });
const Cart = z.object({
  id: z.string(),
  lines: z.array(Line),
  prices: z.record(z.string(), z.object({ net: z.number(), gross: z.number() })),
  note: z.string().optional(),
  'a/b~c': z.string().optional(),
});
const changed = defineEvent('cart:changed', {
  version: 2,
  schema: Cart,
  upcast: { 1: (data) => ({ ...data, prices: {} }) },
  retain: 'latest',
});
const formerly = defineEvent('cart:changed', { version: 1, schema: Cart.omit({ prices: true }), downcast: {} });
const counted = defineEvent('test:counted', { version: 1, schema: z.number() });
const payload = {
  id: 'C-1',
  lines: [
    { sku: 'A-1', price: 1 },
    { sku: 'A-2', price: 2 },
  ],
  prices: { 'A-1': { net: 1, gross: 2 } },
};
type Payload = z.infer<typeof Cart>;

afterEach(() => {
  forgetReads('checkout');
});

/** What is recorded when a handler does something with the payload. */
async function readsOf(act: (data: Payload) => unknown): Promise<readonly string[]> {
  forgetReads('checkout');
  using bus = createTestBus({ onError: () => {} });
  recordReads(bus, { app: 'checkout' }).on(changed, ({ data }) => void act(data));
  bus.emit(changed, payload);
  await bus.flush();
  return recordedReads('checkout').reads['cart:changed']![2]!;
}

describe('recordReads', () => {
  it('notes the places that are read, items of lists and values of records as one', async () => {
    expect(await readsOf(({ id }) => id)).toEqual(['/id']);
    expect(await readsOf(({ lines }) => lines.map(({ price }) => price))).toEqual(['/lines', '/lines/*', '/lines/*/price']);
    expect(await readsOf(({ lines }) => lines.length)).toEqual(['/lines']);
    expect(await readsOf(({ prices }) => prices['A-1']!.net)).toEqual(['/prices', '/prices/*', '/prices/*/net']);
  });

  it('notes an event that nothing is read of', async () => {
    expect(await readsOf(() => {})).toEqual([]);
  });

  it('notes all that is there for who spreads, iterates, clones or writes it down', async () => {
    const lines = ['/lines', '/lines/*', '/lines/*/price', '/lines/*/sku'];
    const all = ['/id', ...lines, '/prices', '/prices/*', '/prices/*/gross', '/prices/*/net'];
    expect(await readsOf((data) => JSON.stringify(data))).toEqual(all);
    expect(await readsOf((data) => structuredClone(data))).toEqual(all);
    expect(await readsOf((data) => ({ ...data }))).toEqual(['/id', '/lines', '/prices']);
    expect(await readsOf((data) => Object.entries(data.lines[0]!))).toEqual(lines);
    expect(await readsOf((data) => [...data.lines])).toEqual(['/lines', '/lines/*']);
  });

  it('notes fields that the schema names and the payload has not, and no others', async () => {
    expect(await readsOf(({ note }) => note)).toEqual(['/note']);
    expect(await readsOf((data) => 'note' in data)).toEqual(['/note']);
    expect(await readsOf(({ lines }) => lines[0]!.gift)).toEqual(['/lines', '/lines/*', '/lines/*/gift']);
    expect(await readsOf((data) => Promise.resolve(data))).toEqual([]);
    expect(await readsOf((data) => (data as { other?: unknown }).other)).toEqual([]);
  });

  it('writes names as JSON pointers do', async () => {
    expect(await readsOf((data) => data['a/b~c'])).toEqual(['/a~1b~0c']);
  });

  it('notes what `where`, `once`, `events$` and `latest` read, of scopes, too', async () => {
    using bus = createTestBus();
    const app = recordReads(bus, { app: 'checkout' }).scope({ source: 'checkout' });
    app.on(changed, () => {}, { where: ({ data }) => data.id === 'C-1' });
    const coming = app.once(changed).then(({ data }) => data.note);
    app.events$(changed).subscribe(({ data }) => data.prices);
    const latest = app.latest(changed);
    latest.subscribe((data) => data!.lines);
    bus.emit(changed, payload);
    await bus.flush();
    await coming;
    expect(recordedReads('checkout').reads['cart:changed']![2]).toEqual(['/id', '/lines', '/note', '/prices']);
    expect(latest.get()!.lines[0]!.sku).toBe('A-1');
    expect(recordedReads('checkout').reads['cart:changed']![2]).toContain('/lines/*/sku');
  });

  it('tells the versions that were read apart', async () => {
    using bus = createTestBus();
    const app = recordReads(bus, { app: 'checkout' });
    app.on(changed, ({ data }) => data.id);
    app.on('cart:*', ({ data }) => (data as Payload).lines);
    bus.emit(formerly, { id: 'C-1', lines: [] });
    await bus.flush();
    expect(recordedReads('checkout')).toEqual({ app: 'checkout', reads: { 'cart:changed': { 1: ['/lines'], 2: ['/id'] } } });
  });

  it('notes a payload that is no object once somebody looks at it', async () => {
    using bus = createTestBus();
    const app = recordReads(bus, { app: 'checkout' });
    const stop = app.on(counted, () => {});
    bus.emit(counted, 1);
    await bus.flush();
    stop();
    expect(recordedReads('checkout').reads).toEqual({ 'test:counted': { 1: [] } });
    app.on(counted, ({ data }) => data);
    bus.emit(counted, 2);
    await bus.flush();
    expect(recordedReads('checkout').reads).toEqual({ 'test:counted': { 1: [''] } });
  });

  it('does not note what the test itself reads of its bus', async () => {
    using bus = createTestBus();
    recordReads(bus, { app: 'checkout' }).on(changed, () => {});
    const event = bus.emit(changed, payload);
    await bus.flush();
    expect(bus.emitted(changed)).toEqual([event]);
    expect(event.data.lines[0]!.sku).toBe('A-1');
    expect(recordedReads('checkout').reads).toEqual({ 'cart:changed': { 2: [] } });
  });
});

describe('events that are recorded', () => {
  it('equal those that were emitted, and are as frozen and as plain', async () => {
    using bus = createTestBus();
    const seen: unknown[] = [];
    recordReads(bus, { app: 'checkout' }).on(changed, (event) => seen.push(event));
    const event = bus.emit(changed, payload);
    await bus.flush();
    const [recorded] = seen as [typeof event];
    expect(recorded).toEqual(event);
    expect(structuredClone(recorded)).toEqual(structuredClone(event));
    expect(JSON.stringify(recorded)).toBe(JSON.stringify(event));
    expect([recorded, recorded.data, recorded.data.lines].every((value) => Object.isFrozen(value))).toBe(true);
    expect(Object.keys(recorded.data)).toEqual(Object.keys(event.data));
    expect(String(recorded.data)).toBe('[object Object]');
    expect(Object.hasOwn(recorded.data, 'note')).toBe(false);
    expect(() => Object.assign(recorded.data, { id: 'C-2' })).toThrow(TypeError);
  });

  it('are the same each time, and can be emitted again and named as a cause', async () => {
    using bus = createTestBus();
    const app = recordReads(bus, { app: 'checkout' });
    const seen = new Set<unknown>();
    for (let times = 0; times < 2; times++)
      app.on(changed, (event) => {
        seen.add(event).add(event.data);
        if (event.hops === 0) app.emit(changed, event.data, { cause: event });
      });
    const first = bus.emit(changed, payload);
    await bus.flush();
    expect(seen.size).toBe(6);
    expect(bus.emitted(changed)).toMatchObject([{ hops: 0 }, { data: payload, causationid: first.id }, { data: payload }]);
  });

  it('keep the value of `latest` the same until it changes', () => {
    using bus = createTestBus();
    const latest = recordReads(bus, { app: 'checkout' }).latest(changed);
    expect(latest.get()).toBeUndefined();
    bus.emit(changed, payload);
    const value = latest.get();
    expect(latest.get()).toBe(value);
    bus.emit(changed, payload);
    expect(latest.get()).not.toBe(value);
  });

  it('leave mistakes to the bus', () => {
    using bus = createTestBus();
    const app = recordReads(bus, { app: 'checkout' });
    expect(() => app.on(changed, undefined as never)).toThrow('with undefined for a handler');
    expect(() => app.on(changed, () => {}, { where: 'id' as never })).toThrow('where');
    expect(() => recordReads(bus, {} as never)).toThrow('recordReads takes the name of an app, not undefined.');
    app.dispose();
    expect([app.disposed, bus.disposed]).toEqual([true, true]);
  });
});
