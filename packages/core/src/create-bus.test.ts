import { describe, expect, it } from 'vitest';
import * as z from 'zod';
import { createBus, createHub, defineEvent, defineEvents } from './index.ts';

const schema = z.string();
const cart = defineEvents('cart', { itemAdded: { version: 1, schema }, emptied: { version: 1, schema } });
const started = defineEvent('checkout:started', { version: 1, schema });

describe('createBus', () => {
  it('answers a bus that knows its name', () => {
    const bus = createBus({ source: 'cart', hub: createHub() });
    expect(bus.source).toBe('cart');
    expect(bus.disposed).toBe(false);
  });

  it.each(['', ' \t', undefined, null, 7, {}])('refuses the source %j', (source) => {
    expect(() => createBus({ source: source as string, hub: createHub() })).toThrow(
      expect.objectContaining({ code: 'invalid-source', details: { source } }),
    );
  });

  it('makes contracts known, one by one and by the domain, so that their names work', () => {
    const bus = createBus({ source: 'shell', hub: createHub(), contracts: [cart, started] });
    expect(bus.contracts().map(({ type }) => type)).toEqual(['cart:itemAdded', 'cart:emptied', 'checkout:started']);
    expect(bus.emit('checkout:started', 'now').dataversion).toBe(1);
  });

  it('makes the contracts of a domain known that has an event called `type`', () => {
    const odd = defineEvents('odd', { type: { version: 1, schema } });
    const bus = createBus({ source: 'shell', hub: createHub(), contracts: [odd] });
    expect(bus.contracts().map(({ type }) => type)).toEqual(['odd:type']);
  });
});

describe('dispose', () => {
  it('ends the bus and its scopes, once', () => {
    const bus = createBus({ source: 'cart', hub: createHub() });
    const scope = bus.scope().scope();
    bus.dispose();
    bus.dispose();
    expect([bus.disposed, scope.disposed]).toEqual([true, true]);
  });

  it('ends a scope and leaves its bus', () => {
    const bus = createBus({ source: 'cart', hub: createHub() });
    const scope = bus.scope();
    scope.dispose();
    expect([bus.disposed, scope.disposed]).toEqual([false, true]);
  });

  it('ends the rest where one end fails', () => {
    const errors: unknown[] = [];
    const bus = createBus({ source: 'cart', hub: createHub(), onError: (error) => errors.push(error) });
    const failure = new Error('not now');
    const signal = Object.assign(new AbortController().signal, {
      removeEventListener() {
        throw failure;
      },
    });
    bus.on(started, () => {}, { signal });
    bus.on(started, () => {});
    bus.dispose();
    expect(errors).toEqual([failure]);
    expect(bus.metrics().subscriptions.length).toBeLessThan(2);
  });

  it('comes with the end of a block, too', () => {
    const bus = createBus({ source: 'cart', hub: createHub() });
    {
      using scope = bus.scope({ source: 'badge' });
      scope.on(started, () => {});
      expect(bus.metrics().subscriptions).toHaveLength(1);
    }
    expect(bus.metrics().subscriptions).toEqual([]);
  });

  it('makes later calls throw by their name', async () => {
    const bus = createBus({ source: 'cart', hub: createHub() });
    bus.dispose();
    const refused = (action: string): unknown =>
      expect.objectContaining({ code: 'disposed', details: { action, source: 'cart' } });
    expect(() => bus.emit(started, 'now')).toThrow(refused('emit'));
    expect(() => bus.on(started, () => {})).toThrow(refused('on'));
    expect(() => bus.latest(started)).toThrow(refused('latest'));
    expect(() => bus.events$(started)).toThrow(refused('events$'));
    expect(() => bus.scope()).toThrow(refused('scope'));
    await expect(bus.once(started)).rejects.toThrow(refused('once'));
  });

  it('still lets people look at what happened', () => {
    const bus = createBus({ source: 'cart', hub: createHub() });
    expect(() => bus.emit(started, 7 as never)).toThrow();
    bus.emit(started, 'now');
    bus.dispose();
    expect(bus.metrics().emitted).toBe(1);
    expect(bus.contracts()).toHaveLength(1);
    expect(bus.deadLetters.list()).toHaveLength(1);
  });
});
