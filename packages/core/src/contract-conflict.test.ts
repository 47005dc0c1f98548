import * as v from 'valibot';
import { describe, expect, it } from 'vitest';
import * as z from 'zod';
import { createBus, createHub, defineEvent } from './index.ts';

/** As a module does that is loaded twice: equal contracts, but other objects. */
const load = () => defineEvent('cart:itemAdded', { version: 1, schema: z.object({ sku: z.string() }) });
const changed = defineEvent('cart:itemAdded', { version: 1, schema: z.object({ sku: z.number() }) });

describe('two contracts of the same name and version in one bus', () => {
  it('are fine if their schemas say the same, as when a module was loaded twice', () => {
    const bus = createBus({ source: 'cart', hub: createHub() });
    const heard: unknown[] = [];
    bus.on(load(), ({ data }) => heard.push(data), { delivery: 'sync' });
    bus.emit(load(), { sku: 'A-1' });
    expect(heard).toEqual([{ sku: 'A-1' }]);
  });

  it('are fine if they share the schema', () => {
    const schema = v.object({ sku: v.string() });
    const contracts = [1, 2].map((owner) => defineEvent('cart:itemAdded', { version: 1, schema, owner: `team-${owner}` }));
    expect(() => createBus({ source: 'cart', hub: createHub(), contracts })).not.toThrow();
  });

  it('are refused if their schemas differ, wherever the second one turns up', () => {
    const bus = createBus({ source: 'cart', hub: createHub(), contracts: [load()] });
    const refused = expect.objectContaining({
      code: 'contract-conflict',
      details: { type: 'cart:itemAdded', version: 1, source: 'cart' },
    });
    expect(() => bus.emit(changed, { sku: 1 })).toThrow(refused);
    expect(() => bus.on(changed, () => {})).toThrow(refused);
    expect(() => bus.latest(changed)).toThrow(refused);
    expect(() => bus.events$(changed)).toThrow(refused);
    expect(() => createBus({ source: 'cart', hub: createHub(), contracts: [load(), changed] })).toThrow(refused);
  });

  it('are refused in a scope of the same source, too', () => {
    const bus = createBus({ source: 'cart', hub: createHub(), contracts: [load()] });
    expect(() => bus.scope().emit(changed, { sku: 1 })).toThrow(expect.objectContaining({ code: 'contract-conflict' }));
  });

  it('are refused where there is a newer version, too, and however often the first one was loaded', () => {
    const newer = defineEvent('cart:itemAdded', { version: 2, schema: z.object({ sku: z.number() }) });
    const bus = createBus({ source: 'cart', hub: createHub(), contracts: [newer, load(), load()] });
    expect(() => bus.on(changed, () => {})).toThrow(expect.objectContaining({ code: 'contract-conflict' }));
    expect(() => bus.on(load(), () => {})).not.toThrow();
  });

  it('leave the first one in use', () => {
    const bus = createBus({ source: 'cart', hub: createHub(), contracts: [load()] });
    expect(() => bus.emit(changed, { sku: 1 })).toThrow();
    expect(bus.emit('cart:itemAdded', { sku: 'A-1' }).data).toEqual({ sku: 'A-1' });
  });
});

it('looks at contracts of other names no more, however many come', () => {
  let looks = 0;
  const { type } = load();
  const first = Object.defineProperty({ ...load() }, 'type', { get: () => ++looks && type });
  const bus = createBus({ source: 'cart', hub: createHub(), contracts: [first] });
  const before = looks;
  bus.on(defineEvent('cart:emptied', { version: 1, schema: z.string() }), () => {});
  expect(looks).toBe(before);
});

describe('two contracts of the same name', () => {
  it('are fine in different versions', () => {
    const bus = createBus({ source: 'cart', hub: createHub(), contracts: [load()] });
    const newer = defineEvent('cart:itemAdded', { version: 2, schema: z.object({ sku: z.number() }) });
    expect(bus.emit(newer, { sku: 1 }).dataversion).toBe(2);
    expect(bus.emit(load(), { sku: 'A-1' }).dataversion).toBe(1);
  });

  it('are fine in two scopes of different sources, as where a shell lends its bus to micro-frontends that were built apart', () => {
    const shell = createBus({ source: 'shell', hub: createHub() });
    const [one, other] = [shell.scope({ source: 'cart' }), shell.scope({ source: 'checkout' })];
    const loadUntold = () => defineEvent('cart:emptied', { version: 1, schema: v.object({ at: v.number() }) });
    const heard: unknown[] = [];
    other.on(loadUntold(), ({ data }) => heard.push(data), { delivery: 'sync' });
    one.emit(loadUntold(), { at: 7 });
    expect(heard).toEqual([{ at: 7 }]);
    expect(one.emit(load(), { sku: 'A-1' }).data).toEqual({ sku: 'A-1' });
    expect(other.emit(changed, { sku: 1 }).data).toEqual({ sku: 1 });
  });

  it('are fine in two buses: each validates what it emits by its own', () => {
    const hub = createHub();
    const [one, other] = [createBus({ source: 'cart', hub }), createBus({ source: 'checkout', hub })];
    expect(one.emit(load(), { sku: 'A-1' }).data).toEqual({ sku: 'A-1' });
    expect(other.emit(changed, { sku: 1 }).data).toEqual({ sku: 1 });
    expect(() => one.emit(load(), { sku: 1 as never })).toThrow(expect.objectContaining({ code: 'invalid-payload' }));
  });
});
