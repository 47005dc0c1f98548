import { describe, expect, it, vi } from 'vitest';
import * as z from 'zod';
import { adopt, type Bus, createBus, createHub, hubEvents } from '../index.ts';
import { contractOf, dispatch, hearing, joinPage, plainDetails, settled } from './plain-events.test.fixture.ts';

describe('a plain listener on window', () => {
  it('hears what is emitted, the payload itself as detail, after the emitting call', async () => {
    const [bus, contract] = [joinPage(), contractOf({ schema: z.object({ quantity: z.number().default(1) }) })];
    const details = plainDetails(contract.type);
    const { data } = bus.emit(contract, {});
    expect(details).toEqual([]);
    await settled(bus);
    expect(details).toEqual([{ quantity: 1 }]);
    expect(details[0]).toBe(data);
    expect(Object.isFrozen(details[0])).toBe(true);
  });

  it('hears events in the order of the page, and each after the handlers of the bus', async () => {
    const [bus, contract] = [joinPage(), contractOf()];
    const order: string[] = [];
    bus.on(contract, ({ data }) => order.push(`handler ${data}`));
    window.addEventListener(contract.type, (event) => order.push(`plain ${(event as CustomEvent).detail}`));
    bus.emit(contract, 1);
    bus.emit(contract, 2);
    await settled(bus);
    expect(order).toEqual(['handler 1', 'plain 1', 'handler 2', 'plain 2']);
  });

  it('hears what nobody on the bus listens to', async () => {
    const [bus, contract] = [joinPage(), contractOf()];
    const details = plainDetails(contract.type);
    bus.emit(contract, 'alone');
    await settled(bus);
    expect(details).toEqual(['alone']);
  });

  it('hears nothing of what was refused', async () => {
    const [bus, contract] = [joinPage(), contractOf({ schema: z.string() })];
    const details = plainDetails(contract.type);
    expect(() => bus.emit(contract, 42)).toThrow();
    await settled(bus);
    expect(details).toEqual([]);
  });

  it('cannot silence the bus by stopping the mirrored event', async () => {
    const [bus, contract] = [joinPage(), contractOf()];
    const heard: unknown[] = [];
    window.addEventListener(contract.type, (event) => event.stopImmediatePropagation(), { capture: true });
    bus.on(contract, ({ data }) => heard.push(data));
    bus.emit(contract, 'hello');
    await settled(bus);
    expect(heard).toEqual(['hello']);
  });

  it('hurts nobody when it throws', async () => {
    const [bus, contract] = [joinPage(), contractOf()];
    const uncaught: unknown[] = [];
    const note = (event: ErrorEvent): void => {
      event.preventDefault();
      event.stopImmediatePropagation();
      uncaught.push(event.error);
    };
    vi.spyOn(console, 'error').mockImplementation(() => {});
    window.addEventListener('error', note, { capture: true });
    const failure = new Error('plain and broken');
    window.addEventListener(contract.type, () => {
      throw failure;
    });
    const details = plainDetails(contract.type);
    bus.emit(contract, 'hello');
    await settled(bus);
    window.removeEventListener('error', note, { capture: true });
    expect([details, uncaught]).toEqual([['hello'], [failure]]);
  });

  it('hears what a bus emitted before it was disposed', async () => {
    const hub = createHub({ window });
    const [cart, checkout] = [createBus({ source: 'cart', hub }), createBus({ source: 'checkout', hub })];
    const contract = contractOf();
    const details = plainDetails(contract.type);
    cart.emit(contract, 'goodbye');
    cart.dispose();
    await settled(checkout);
    expect(details).toEqual(['goodbye']);
  });

  it('causes what it emits through the bus itself', async () => {
    const [bus, contract, answered] = [joinPage(), contractOf(), contractOf()];
    const answer = bus.once(answered);
    window.addEventListener(contract.type, () => bus.emit(answered, 'here'));
    const cause = bus.emit(contract, 'who?');
    expect(await answer).toMatchObject({ source: 'cart', causationid: cause.id, hops: 1 });
    await settled(bus);
    expect(bus.emit(answered, 'later')).not.toHaveProperty('causationid');
  });

  it('hears what was emitted before the page goes away', () => {
    const [bus, contract] = [joinPage(), contractOf()];
    const details = plainDetails(contract.type);
    bus.emit(contract, 'last words');
    window.dispatchEvent(new PageTransitionEvent('pagehide'));
    expect(details).toEqual(['last words']);
  });
});

describe('a mirrored event', () => {
  it('is not adopted again, by the bus that emitted it or another of the page', async () => {
    const hub = createHub({ window });
    const [cart, checkout] = [createBus({ source: 'cart', hub }), createBus({ source: 'checkout', hub })];
    const contract = contractOf();
    const heard: string[] = [];
    for (const bus of [cart, checkout]) bus.on(contract, ({ source }) => heard.push(`${bus.source} heard ${source}`));
    cart.emit(contract, 'hello');
    await settled(cart);
    expect(heard).toEqual(['cart heard cart', 'checkout heard cart']);
  });

  it('is not adopted when a plain listener dispatches it once more, somewhere else', async () => {
    const [bus, contract] = [joinPage(), contractOf()];
    const heard: unknown[] = [];
    const seen: Event[] = [];
    bus.on(contract, ({ data }) => heard.push(data));
    window.addEventListener(contract.type, (event) => seen.push(event));
    bus.emit(contract, 'hello');
    await vi.waitFor(() => expect(seen).toHaveLength(1));
    for (const target of [window, document, document.body]) target.dispatchEvent(seen[0] as Event);
    await settled(bus);
    expect(heard).toEqual(['hello']);
  });
});

describe('an event that was adopted', () => {
  it('is shown to plain listeners, and does not come in again', async () => {
    const contract = contractOf();
    const { bus, heard } = hearing(contract);
    const details = plainDetails(contract.type);
    const foreign = createBus({ source: 'tab', hub: createHub() }).emit(contract, 'from another tab');
    adopt(bus, structuredClone(foreign));
    await settled(bus);
    expect(details).toEqual(['from another tab']);
    expect(heard).toMatchObject([{ id: foreign.id, source: 'tab' }]);
  });
});

describe('the contract’s `dom`', () => {
  it.each([
    ['both', ['emitted', 'dispatched'], ['emitted', 'dispatched']],
    ['out', ['emitted'], ['emitted', 'dispatched']],
    ['off', ['emitted'], ['dispatched']],
  ] as const)('%s decides who hears what', async (dom, byHandlers, byPlainListeners) => {
    const [bus, contract] = [joinPage(), contractOf({ dom })];
    const heard: unknown[] = [];
    bus.on(contract, ({ data }) => heard.push(data));
    const details = plainDetails(contract.type);
    bus.emit(contract, 'emitted');
    await settled(bus);
    dispatch(contract.type, 'dispatched');
    await settled(bus);
    expect(heard).toEqual(byHandlers);
    expect(details).toEqual(byPlainListeners);
  });

  it('is the narrowest of what the page has brought', async () => {
    const hub = createHub({ window });
    const open = contractOf({ dom: 'both' });
    const [cart, checkout] = [createBus({ source: 'cart', hub }), createBus({ source: 'checkout', hub })];
    const details = plainDetails(open.type);
    cart.emit(open, 'before');
    await settled(cart);
    checkout.on({ ...open, version: 2, dom: 'off' }, () => {});
    cart.emit(open, 'after');
    await settled(cart);
    expect(details).toEqual(['before']);
  });
});

describe('a listener of the bus on window', () => {
  it.each(['out', 'off'] as const)('is not there where the contract says %s', (dom) => {
    const added = vi.spyOn(window, 'addEventListener');
    const [bus, contract] = [joinPage(), contractOf({ dom })];
    bus.on(contract, () => {});
    bus.emit(contract, 'hello');
    expect(added.mock.calls.filter(([type]) => type === contract.type)).toEqual([]);
  });

  it('goes once another contract has narrowed the topic', async () => {
    const [added, removed] = [vi.spyOn(window, 'addEventListener'), vi.spyOn(window, 'removeEventListener')];
    const [bus, open] = [joinPage(), contractOf({ dom: 'both' })];
    bus.emit(open, 'before');
    await settled(bus);
    expect(removed).not.toHaveBeenCalled();
    bus.emit({ ...open, version: 2, dom: 'out' }, 'after');
    await settled(bus);
    const [listener] = added.mock.calls.filter(([type]) => type === open.type);
    expect(removed.mock.calls).toEqual([listener]);
  });
});

describe('a ring through a plain listener', () => {
  it('ends like any other: what the listener dispatches is caused by what it heard', async () => {
    const warn = vi.spyOn(console, 'warn').mockImplementation(() => {});
    const bus = createBus({ source: 'cart', hub: createHub({ window }), onError: () => {} });
    const [asked, answered] = [contractOf(), contractOf()];
    let turns = 0;
    window.addEventListener(asked.type, () => {
      // So that the ring ends in any case.
      if (++turns < 200) dispatch(answered.type, turns);
    });
    bus.on(answered, () => bus.emit(asked, turns));
    bus.emit(asked, 0);
    await vi.waitFor(() => expect(bus.deadLetters.list(({ reason }) => reason === 'too-many-hops')).toHaveLength(1));
    expect(turns).toBeLessThanOrEqual(32);
    const both = new RegExp(`"window" emitted "${answered.type}" in answer to "cart: ${asked.type}"`);
    expect(warn.mock.calls).toEqual([[expect.stringMatching(both)]]);
    const [letter] = bus.deadLetters.list(({ reason }) => reason === 'too-many-hops');
    expect(letter?.error).toMatchObject({ message: expect.stringMatching(both) });
  });

  it('ends where the listener answers through the bus, too', async () => {
    const warn = vi.spyOn(console, 'warn').mockImplementation(() => {});
    const hub = createHub({ window });
    const [cart, bridge] = ['cart', 'bridge'].map((source) => createBus({ source, hub, onError: () => {} })) as [Bus, Bus];
    const [asked, answered] = [contractOf(), contractOf()];
    const storms: unknown[] = [];
    const answer = (): void => {
      try {
        bridge.emit(answered, 'here');
      } catch {
        // What is thrown is a dead letter, too.
      }
    };
    window.addEventListener(asked.type, answer);
    cart.on(answered, () => cart.emit(asked, 'who?'));
    cart.on(hubEvents.stormed, ({ data }) => storms.push(data));
    cart.emit(asked, 'who?');
    await vi.waitFor(() => expect(storms).toHaveLength(1));
    expect(storms).toEqual([{ type: answered.type, source: 'bridge', cause: 'hops', answered: `cart: ${asked.type}` }]);
    expect(warn.mock.calls).toEqual([[expect.stringMatching(/"bridge" emitted .* in answer to "cart: /)]]);
  });
});
