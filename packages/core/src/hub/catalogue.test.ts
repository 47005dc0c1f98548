import { describe, expect, it, vi } from 'vitest';
import * as z from 'zod';
import { createBus, createHub, defineEvent, defineEvents } from '../index.ts';

const schema = z.object({ sku: z.string() });
const cart = defineEvents('cart', {
  itemAdded: { version: 1, schema, summary: 'A line was put into the cart', owner: 'team-cart', tags: ['cart', 'sales'] },
  changed: { version: 2, schema, retain: { last: 3, by: ({ sku }) => sku }, dom: 'out', ttl: 500, fingerprint: 'f-1' },
});

describe('bus.contracts()', () => {
  it('describes each contract of the page, its schema and its casts left out', () => {
    const bus = createBus({ source: 'cart', hub: createHub(), contracts: [cart] });
    expect(bus.contracts()).toEqual([
      {
        type: 'cart:itemAdded',
        version: 1,
        summary: 'A line was put into the cart',
        owner: 'team-cart',
        tags: ['cart', 'sales'],
        dom: 'both',
        fieldTags: {},
        definedBy: ['cart'],
        emitters: [],
        listeners: [],
      },
      {
        type: 'cart:changed',
        version: 2,
        retain: cart.changed.retain,
        dom: 'out',
        ttl: 500,
        fingerprint: 'f-1',
        fieldTags: {},
        definedBy: ['cart'],
        emitters: [],
        listeners: [],
      },
    ]);
  });

  it('tells the tags of fields, and where in its life a contract is', () => {
    const lines = z.array(z.object({ sku: z.string(), note: z.string().meta({ tags: ['pii', 'text'] }) }));
    const noted = defineEvent('cart:noted', {
      version: 1,
      schema: z.object({ lines }),
      lifecycle: { deprecated: '2027-03-31', successor: 'cart:changed' },
    });
    const bus = createBus({ source: 'cart', hub: createHub(), contracts: [noted] });
    expect(bus.contracts()).toMatchObject([
      { fieldTags: { '/lines/*/note': ['pii', 'text'] }, lifecycle: { deprecated: '2027-03-31', successor: 'cart:changed' } },
    ]);
  });

  it('looks for the tags of fields only when it is asked', () => {
    const tagged = z.object({ email: z.email().meta({ tags: ['pii'] }) });
    const reading = vi.spyOn(tagged['~standard'].jsonSchema, 'output');
    const reached = defineEvent('person:reached', { version: 1, schema: tagged, dom: 'both' });
    const bus = createBus({ source: 'cart', hub: createHub(), contracts: [reached] });
    expect(reading).not.toHaveBeenCalled();
    expect(bus.contracts()).toMatchObject([{ fieldTags: { '/email': ['pii'] } }]);
    expect(reading).toHaveBeenCalled();
  });

  it('is empty where nobody has brought a contract', () => {
    const bus = createBus({ source: 'cart', hub: createHub() });
    bus.on('cart:*', () => {});
    bus.on('cart:itemAdded', () => {});
    expect(bus.contracts()).toEqual([]);
  });

  it('is the same for everybody on the page', () => {
    const hub = createHub();
    createBus({ source: 'cart', hub, contracts: [cart.itemAdded] });
    const checkout = createBus({ source: 'checkout', hub });
    expect(checkout.contracts()).toHaveLength(1);
    expect(checkout.scope({ subscribe: [] }).contracts()).toEqual(checkout.contracts());
  });

  it('names who brought, who emits and who listens, each once', () => {
    const hub = createHub();
    const [one, two] = ['cart', 'checkout'].map((source) => createBus({ source, hub }));
    one?.on(cart.itemAdded, () => {});
    one?.on('cart:**', () => {});
    one?.scope({ source: 'badge' }).on('**', () => {});
    two?.emit(cart.itemAdded, { sku: 'A-1' });
    two?.emit(cart.itemAdded, { sku: 'B-2' });
    expect(one?.contracts()).toMatchObject([
      { definedBy: ['cart', 'checkout'], emitters: ['checkout'], listeners: ['cart', 'badge'] },
    ]);
  });

  it('names listeners only as long as they listen', () => {
    const bus = createBus({ source: 'cart', hub: createHub(), contracts: [cart.itemAdded] });
    const scope = bus.scope({ source: 'badge' });
    const stop = bus.on(cart.itemAdded, () => {});
    scope.on('cart:*', () => {});
    expect(bus.contracts()[0]?.listeners).toEqual(['cart', 'badge']);
    scope.dispose();
    stop();
    expect(bus.contracts()[0]?.listeners).toEqual([]);
  });

  it('does not name as a listener whoever may not hear the event', () => {
    const bus = createBus({ source: 'cart', hub: createHub(), contracts: [cart.itemAdded] });
    bus.scope({ source: 'badge', subscribe: ['checkout:*'] }).on('**', () => {});
    expect(bus.contracts()[0]?.listeners).toEqual([]);
  });

  it('does not name as an emitter whoever was refused', () => {
    const bus = createBus({ source: 'cart', hub: createHub(), contracts: [cart.itemAdded] });
    expect(() => bus.emit(cart.itemAdded, { sku: 7 as never })).toThrow();
    expect(() => bus.scope({ publish: [] }).emit(cart.itemAdded, { sku: 'A-1' })).toThrow();
    expect(bus.contracts()[0]?.emitters).toEqual([]);
  });

  it('holds each version for itself', () => {
    const hub = createHub();
    const newer = defineEvent('cart:itemAdded', { version: 2, schema });
    createBus({ source: 'cart', hub, contracts: [newer] });
    const bus = createBus({ source: 'checkout', hub, contracts: [cart.itemAdded] });
    expect(Object.fromEntries(bus.contracts().map(({ version, definedBy }) => [version, definedBy]))).toEqual({
      1: ['checkout'],
      2: ['cart'],
    });
  });

  it('says of `dom` that personal data stays off window, unless the contract says otherwise', () => {
    const email = z.object({ email: z.email().meta({ tags: ['pii'] }) });
    const person = defineEvents('person', {
      named: { version: 1, schema, tags: ['pii'] },
      reached: { version: 1, schema: email },
      shown: { version: 1, schema: email, dom: 'both' },
    });
    const bus = createBus({ source: 'cart', hub: createHub(), contracts: [person] });
    expect(bus.contracts().map(({ dom }) => dom)).toEqual(['off', 'off', 'both']);
  });

  it('says of `dom` that tags which cannot be looked at may be those of personal data', () => {
    const { proxy, revoke } = Proxy.revocable<string[]>([], {});
    const hidden = defineEvent('cart:itemAdded', { version: 1, schema, tags: proxy });
    const bus = createBus({ source: 'cart', hub: createHub(), contracts: [hidden] });
    revoke();
    expect(bus.contracts().map(({ dom }) => dom)).toEqual(['off']);
  });

  it('says of `dom` the narrowest of what was brought', () => {
    const hub = createHub();
    const bus = createBus({ source: 'cart', hub, contracts: [cart.itemAdded] });
    createBus({ source: 'checkout', hub, contracts: [defineEvent('cart:itemAdded', { version: 2, schema, dom: 'off' })] });
    expect(bus.contracts().map(({ dom }) => dom)).toEqual(['off', 'off']);
  });
});

describe('contracts of the same name and version with different fingerprints', () => {
  const drifting = (fingerprint?: string) => defineEvent('cart:itemAdded', { version: 1, schema, fingerprint });

  it('bring one warning that names both sides', () => {
    const warn = vi.spyOn(console, 'warn').mockImplementation(() => {});
    const hub = createHub();
    for (const [source, fingerprint] of [
      ['cart', 'f-1'],
      ['checkout', 'f-2'],
      ['profile', 'f-3'],
    ] as const)
      createBus({ source, hub, contracts: [drifting(fingerprint)] });
    expect(warn).toHaveBeenCalledTimes(1);
    expect(warn).toHaveBeenCalledWith(
      expect.stringMatching(/contract-drift.*(checkout.*cart|cart.*checkout).*"cart:itemAdded" v1/),
    );
  });

  it('stand beside each other in the catalogue', () => {
    vi.spyOn(console, 'warn').mockImplementation(() => {});
    const hub = createHub();
    createBus({ source: 'cart', hub, contracts: [drifting('f-1')] });
    const bus = createBus({ source: 'checkout', hub, contracts: [drifting('f-2')] });
    expect(bus.contracts()).toMatchObject([
      { fingerprint: 'f-1', definedBy: ['cart'] },
      { fingerprint: 'f-2', definedBy: ['checkout'] },
    ]);
  });

  it('are told apart even if somebody came before without a fingerprint', () => {
    const warn = vi.spyOn(console, 'warn').mockImplementation(() => {});
    const hub = createHub();
    for (const [source, fingerprint] of [
      ['old', undefined],
      ['cart', 'f-1'],
      ['checkout', 'f-2'],
    ] as const)
      createBus({ source, hub, contracts: [drifting(fingerprint)] });
    expect(warn).toHaveBeenCalledTimes(1);
  });

  it('let each receiver’s own schema decide', () => {
    vi.spyOn(console, 'warn').mockImplementation(() => {});
    const hub = createHub();
    const theirs = defineEvent('cart:itemAdded', { version: 1, schema: z.looseObject({}), fingerprint: 'f-1' });
    const [cart, checkout] = [createBus({ source: 'cart', hub }), createBus({ source: 'checkout', hub, onError: () => {} })];
    const heard: unknown[] = [];
    checkout.on(drifting('f-2'), ({ data }) => heard.push(data), { delivery: 'sync' });
    cart.emit(theirs, { sku: 'A-1', more: true });
    cart.emit(theirs, { sku: 7 });
    expect(heard).toEqual([{ sku: 'A-1' }]);
    expect(cart.deadLetters.list()).toMatchObject([{ event: { data: { sku: 7 } }, subscriber: { source: 'checkout' } }]);
  });

  it.each([
    [undefined, 'f-1'],
    ['f-1', undefined],
  ])('bring no warning where one has none: %s and %s', (...fingerprints) => {
    const hub = createHub();
    const [, bus] = fingerprints.map((fingerprint) => createBus({ source: 'cart', hub, contracts: [drifting(fingerprint)] }));
    expect(new Set(bus?.contracts().map(({ version }) => version))).toEqual(new Set([1]));
  });

  it('bring no warning where they are the same, where one has none, or where the versions differ', () => {
    const hub = createHub();
    createBus({ source: 'cart', hub, contracts: [drifting('f-1')] });
    createBus({ source: 'checkout', hub, contracts: [drifting('f-1')] });
    createBus({ source: 'profile', hub, contracts: [drifting()] });
    const newer = defineEvent('cart:itemAdded', { version: 2, schema, fingerprint: 'f-2' });
    const bus = createBus({ source: 'shell', hub, contracts: [newer] });
    expect(Object.fromEntries(bus.contracts().map(({ version, definedBy }) => [version, definedBy]))).toEqual({
      1: ['cart', 'checkout', 'profile'],
      2: ['shell'],
    });
  });
});
