import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import * as z from 'zod';
import { matchesPattern } from './event-name.ts';
import { type Bus, createBus, createHub, defineEvents, type ScopeOptions } from './index.ts';

const schema = z.string();
const cart = defineEvents('cart', { itemAdded: { version: 1, schema }, emptied: { version: 1, schema } });
const checkout = defineEvents('checkout', { started: { version: 1, schema } });

function shell(): Bus {
  return createBus({ source: 'shell', hub: createHub(), contracts: [cart, checkout] });
}

function forbidden(action: 'publish' | 'subscribe', type: string, source: string, allowed: readonly string[]): unknown {
  return expect.objectContaining({ code: 'forbidden', details: { action, type, source, allowed } });
}

describe('a scope that may publish some events', () => {
  it('emits those and no others, by contract or by name', () => {
    const scope = shell().scope({ source: 'cart', publish: ['cart:*'] });
    expect(scope.emit(cart.itemAdded, 'A-1').source).toBe('cart');
    const refused = forbidden('publish', 'checkout:started', 'cart', ['cart:*']);
    expect(() => scope.emit(checkout.started, 'now')).toThrow(refused);
    expect(() => scope.emit('checkout:started', 'now')).toThrow(refused);
  });

  it('leaves a dead letter of what it may not publish, and nobody hears it', () => {
    const bus = shell();
    const heard: unknown[] = [];
    bus.on('**', ({ type }) => heard.push(type), { delivery: 'sync' });
    expect(() => bus.scope({ source: 'cart', publish: [] }).emit(cart.emptied, 'now')).toThrow(
      forbidden('publish', 'cart:emptied', 'cart', []),
    );
    expect(heard).toEqual([]);
    expect(bus.deadLetters.list()).toMatchObject([
      { reason: 'forbidden', event: { type: 'cart:emptied', source: 'cart', data: 'now' }, error: { code: 'forbidden' } },
    ]);
  });

  it('is asked before its payload is checked', () => {
    const scope = shell().scope({ publish: ['cart:*'] });
    expect(() => scope.emit(checkout.started, 42 as never)).toThrow(expect.objectContaining({ code: 'forbidden' }));
  });

  it('takes names without wildcards and the rest of a name, too', () => {
    const scope = shell().scope({ publish: ['cart:emptied', 'checkout:**'] });
    expect(() => scope.emit(cart.emptied, 'now')).not.toThrow();
    expect(() => scope.emit(checkout.started, 'now')).not.toThrow();
    expect(() => scope.emit(cart.itemAdded, 'A-1')).toThrow(expect.objectContaining({ code: 'forbidden' }));
  });

  it('says in its message what it may do instead', () => {
    const bus = shell();
    expect(() => bus.scope({ source: 'cart', publish: ['cart:*', 'profile:*'] }).emit(checkout.started, 'now')).toThrow(
      '"cart" may not publish "checkout:started". It may publish "cart:*", "profile:*".',
    );
    expect(() => bus.scope({ source: 'cart', publish: [] }).emit(checkout.started, 'now')).toThrow('It may publish nothing.');
  });
});

describe('a scope that may hear some events', () => {
  it('subscribes to those and to no others', () => {
    const scope = shell().scope({ source: 'cart', subscribe: ['checkout:*'] });
    const refused = forbidden('subscribe', 'cart:emptied', 'cart', ['checkout:*']);
    expect(() => scope.on(checkout.started, () => {})).not.toThrow();
    expect(() => scope.on(cart.emptied, () => {})).toThrow(refused);
    expect(() => scope.on([checkout.started, cart.emptied], () => {})).toThrow(refused);
    expect(() => scope.on('cart:emptied', () => {})).toThrow(refused);
    expect(() => scope.events$(cart.emptied)).toThrow(refused);
    expect(() => scope.latest(cart.emptied)).toThrow(refused);
  });

  it('cannot wait for others either', async () => {
    const scope = shell().scope({ source: 'cart', subscribe: ['checkout:*'] });
    await expect(scope.once(cart.emptied)).rejects.toThrow(forbidden('subscribe', 'cart:emptied', 'cart', ['checkout:*']));
  });

  it('hears by a pattern only what it may hear', () => {
    const bus = shell();
    const heard: string[] = [];
    bus.scope({ subscribe: ['checkout:*'] }).on('**', ({ type }) => heard.push(type), { delivery: 'sync' });
    bus.emit(cart.emptied, 'now');
    bus.emit(checkout.started, 'now');
    expect(heard).toEqual(['checkout:started']);
  });

  it('is given no retained events that it may not hear', () => {
    const bus = shell();
    const kept = defineEvents('kept', { one: { version: 1, schema, retain: 'latest' } });
    bus.emit(kept.one, 'secret');
    const heard: unknown[] = [];
    bus.scope({ subscribe: ['cart:*'] }).on('**', ({ data }) => heard.push(data), { delivery: 'sync' });
    bus.scope({ subscribe: ['kept:*'] }).on('**', ({ data }) => heard.push(`allowed: ${data}`), { delivery: 'sync' });
    expect(heard).toEqual(['allowed: secret']);
  });

  it('sees of the dead letters its own and those of events that it may hear', () => {
    const bus = shell();
    for (const contract of [cart.emptied, checkout.started]) expect(() => bus.emit(contract, 42 as never)).toThrow();
    const seen = (options: ScopeOptions) =>
      bus
        .scope(options)
        .deadLetters.list()
        .map(({ event }) => event.type);
    expect(seen({ source: 'cart', subscribe: ['cart:*'] })).toEqual(['cart:emptied']);
    expect(seen({ source: 'shell', subscribe: [] })).toEqual(['cart:emptied', 'checkout:started']);
    expect(seen({ source: 'cart', subscribe: [] })).toEqual([]);
  });
});

describe('a scope of a scope', () => {
  it('may never do more than its parent', () => {
    const parent = shell().scope({ source: 'cart', publish: ['cart:*'], subscribe: ['cart:*'] });
    const child = parent.scope({ source: 'cart-badge', publish: ['**'], subscribe: ['**'] });
    expect(() => child.emit(cart.emptied, 'now')).not.toThrow();
    expect(() => child.emit(checkout.started, 'now')).toThrow(expect.objectContaining({ code: 'forbidden' }));
    expect(() => child.on(checkout.started, () => {})).toThrow(expect.objectContaining({ code: 'forbidden' }));
  });

  it('may do what its own patterns and those of all above it allow, and nothing else', () => {
    const word = fc.constantFrom('cart', 'checkout', 'emptied', '*');
    const pattern = fc.tuple(word, fc.oneof(word, fc.constant('**'))).map((segments) => segments.join(':'));
    const patterns = fc.array(pattern, { maxLength: 3 });
    fc.assert(
      fc.property(patterns, patterns, patterns, (own, parents, grandparents) => {
        const top = createBus({ source: 'shell', hub: createHub(), publish: grandparents });
        const scope = top.scope({ publish: parents }).scope({ publish: own });
        for (const contract of [cart.emptied, checkout.started]) {
          const fits = [own, parents, grandparents].every((list) => list.some((one) => matchesPattern(one, contract.type)));
          if (fits) expect(scope.emit(contract, 'now').type).toBe(contract.type);
          else expect(() => scope.emit(contract, 'now')).toThrow(expect.objectContaining({ code: 'forbidden' }));
        }
      }),
    );
  });

  it('may do less, and what its patterns do not name is its parent’s', () => {
    const parent = shell().scope({ source: 'cart', publish: ['cart:*'], subscribe: ['checkout:*'] });
    const child = parent.scope({ publish: ['cart:emptied'] });
    expect(() => child.emit(cart.itemAdded, 'A-1')).toThrow(forbidden('publish', 'cart:itemAdded', 'cart', ['cart:emptied']));
    expect(() => child.on(checkout.started, () => {})).not.toThrow();
    expect(() => child.on(cart.emptied, () => {})).toThrow(forbidden('subscribe', 'cart:emptied', 'cart', ['checkout:*']));
  });

  it('stamps its own source, or its parent’s if it has none', () => {
    const parent = shell().scope({ source: 'cart' });
    const badge = parent.scope({ source: 'cart-badge' });
    expect(badge.emit(cart.emptied, 'now').source).toBe('cart-badge');
    expect(parent.scope().emit(cart.emptied, 'now').source).toBe('cart');
    expect(badge.scope({}).source).toBe('cart-badge');
  });

  it('is stamped from the scope, whatever payload and options say', () => {
    const options = { source: 'shell', subject: 'c-1' };
    expect(shell().scope({ source: 'cart' }).emit(cart.emptied, 'now', options).source).toBe('cart');
  });
});

describe('a bus', () => {
  it('can be limited from the start', () => {
    const bus = createBus({ source: 'cart', hub: createHub(), publish: ['cart:*'], subscribe: ['checkout:*'] });
    expect(() => bus.emit(checkout.started, 'now')).toThrow(forbidden('publish', 'checkout:started', 'cart', ['cart:*']));
    expect(() => bus.on(cart.emptied, () => {})).toThrow(forbidden('subscribe', 'cart:emptied', 'cart', ['checkout:*']));
  });

  it.each(['', '  ', 42])('refuses the source %j for a scope', (source) => {
    expect(() => shell().scope({ source: source as string })).toThrow(expect.objectContaining({ code: 'invalid-source' }));
  });

  it.each(['cart*', '**:added', 'cart:', ''])('refuses %j for a pattern of what may be published or heard', (pattern) => {
    const refused = expect.objectContaining({ code: 'invalid-pattern', details: { pattern, source: 'shell' } });
    expect(() => shell().scope({ publish: [pattern] })).toThrow(refused);
    expect(() => shell().scope({ subscribe: [pattern] })).toThrow(refused);
    expect(() => createBus({ source: 'shell', hub: createHub(), publish: [pattern] })).toThrow(refused);
  });
});
