import { afterEach, beforeEach, describe, expect, it, vi } from 'vitest';
import * as z from 'zod';
import { type BusErrorCode, createBus, createHub, defineEvents, isBusError } from './index.ts';

const cart = defineEvents('cart', {
  itemAdded: { version: 1, schema: z.object({ sku: z.string() }) },
  noted: { version: 1, schema: z.unknown() },
  checked: { version: 1, schema: z.string().refine(async () => true) },
});

/** Busbar as its production build is: what the build puts in, put in here, and every module once more. */
async function productionCopy(): Promise<typeof import('./index.ts')> {
  vi.stubGlobal('__BUSBAR_PRODUCTION__', true);
  vi.resetModules();
  return import('./index.ts');
}

beforeEach(() => vi.resetModules());
afterEach(() => vi.unstubAllGlobals());

describe('a copy of Busbar that was built for production', () => {
  it.each<[BusErrorCode, keyof typeof cart, unknown]>([
    ['invalid-payload', 'itemAdded', { sku: 7 }],
    ['payload-function', 'noted', { add: () => {} }],
    ['payload-class-instance', 'noted', new Date()],
    ['async-schema', 'checked', 'x'],
  ])('refuses bad events all the same: %s', async (code, name, payload) => {
    const bus = (await productionCopy()).createBus({ source: 'cart', hub: createHub() });
    expect(() => bus.emit(cart[name] as typeof cart.noted, payload)).toThrow(expect.objectContaining({ code }));
    expect(bus.deadLetters.list()).toMatchObject([{ reason: 'invalid', error: { code } }]);
  });

  it('refuses what a scope may not do, what goes round in a ring and what comes too late', async () => {
    vi.spyOn(console, 'warn').mockImplementation(() => {});
    const { createBus } = await productionCopy();
    const bus = createBus({ source: 'cart', hub: createHub({ limits: { hops: 0 } }) });
    const cause = bus.emit(cart.noted, 1);
    const refused = (code: string): unknown => expect.objectContaining({ code });
    expect(() => bus.scope({ publish: [] }).emit(cart.noted, 1)).toThrow(refused('forbidden'));
    expect(() => bus.scope({ subscribe: [] }).on(cart.noted, () => {})).toThrow(refused('forbidden'));
    expect(() => bus.emit(cart.noted, 2, { cause })).toThrow(refused('too-many-hops'));
    expect(() => bus.emit('cart:unknown', 2)).toThrow(refused('unknown-contract'));
    expect(() => bus.emit('busbar:lagging', 2)).toThrow(refused('reserved-name'));
    bus.dispose();
    expect(() => bus.emit(cart.noted, 3)).toThrow(refused('disposed'));
  });

  it('lets nothing through by a permission that is no pattern', async () => {
    const { createBus } = await productionCopy();
    const slips = ['cart**', 'cart:no*', 'cart:no**', 'cart:*ted', '**:x', '***'];
    const bus = createBus({ source: 'cart', hub: createHub(), publish: slips, subscribe: slips });
    expect(() => bus.emit(cart.noted, 1)).toThrow(expect.objectContaining({ code: 'forbidden' }));
    expect(() => bus.on(cart.noted, () => {})).toThrow(expect.objectContaining({ code: 'forbidden' }));
  });

  it('says the code and the details instead of sentences', async () => {
    const bus = (await productionCopy()).createBus({ source: 'cart', hub: createHub(), publish: ['checkout:*'] });
    const details = { action: 'publish', type: 'cart:noted', source: 'cart', allowed: ['checkout:*'] };
    expect(() => bus.emit(cart.noted, 1)).toThrow(
      expect.objectContaining({ code: 'forbidden', details, message: `forbidden ${JSON.stringify(details)}` }),
    );
  });

  it('tells the code where rubbish got into the details that no text can tell', async () => {
    const bus = (await productionCopy()).createBus({ source: 'cart', hub: createHub() });
    const contract = { ...cart.itemAdded, version: 2n as never };
    expect(() => bus.emit(contract, { sku: 7 as never })).toThrow(
      expect.objectContaining({ code: 'invalid-payload', message: 'invalid-payload' }),
    );
  });

  it('makes an event a dead letter whose retry cannot be reckoned, and reports that', async () => {
    const errors: unknown[] = [];
    const { createBus } = await productionCopy();
    const bus = createBus({ source: 'cart', hub: createHub(), onError: ({ code }) => errors.push(code) });
    bus.on(cart.noted, async () => Promise.reject('no'), { retry: { attempts: 1, delay: 5n as never } });
    bus.emit(cart.noted, 1);
    await vi.waitFor(() => expect(bus.deadLetters.list()).toMatchObject([{ reason: 'failed', attempts: 1 }]));
    expect(errors).toEqual(['callback-failed', 'handler-failed']);
  });

  it('delivers by the hub’s own queue where a delivery is none', async () => {
    const { createBus } = await productionCopy();
    const bus = createBus({ source: 'cart', hub: createHub() });
    const heard: unknown[] = [];
    bus.on(cart.noted, ({ data }) => heard.push(data), { delivery: 'later' as never });
    bus.emit(cart.noted, 1);
    await vi.waitFor(() => expect(heard).toEqual([1]));
    expect(bus.metrics().subscriptions).toMatchObject([{ delivered: 1, dead: 0, queueDepth: 0 }]);
  });

  it('shares a hub, contracts and errors with one in development', async () => {
    const hub = createHub();
    const mine = createBus({ source: 'mine', hub, contracts: [cart] });
    const theirs = (await productionCopy()).createBus({ source: 'theirs', hub });
    const heard: unknown[] = [];
    theirs.on(cart.itemAdded, ({ data }) => heard.push(data), { delivery: 'sync' });
    mine.emit(cart.itemAdded, { sku: 'A-1' });
    expect(heard).toEqual([{ sku: 'A-1' }]);
    expect(() => theirs.emit('cart:itemAdded', { sku: 7 })).toThrow();
    expect(isBusError(mine.deadLetters.list()[0]?.error, 'invalid-payload')).toBe(true);
  });
});
