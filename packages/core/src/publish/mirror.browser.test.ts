import * as v from 'valibot';
import { describe, expect, it, vi } from 'vitest';
import * as z from 'zod';
import {
  type AnyEventContract,
  type Bus,
  type BusError,
  createBus,
  createHub,
  defineEvent,
  type EventDefinition,
} from '../index.ts';

let names = 0;

/** A contract under a name that no other test listens to: plain listeners stay on the page. */
function contractOf(definition: Partial<EventDefinition> = {}): AnyEventContract {
  return defineEvent(`mirror:case${++names}`, { version: 1, schema: z.unknown(), ...definition });
}

function join(onError?: (error: BusError) => void): Bus {
  return createBus({ source: 'cart', hub: createHub({ window }), onError });
}

/** What plain listeners of a name are shown. */
function plainDetails(type: string): unknown[] {
  const details: unknown[] = [];
  window.addEventListener(type, (event) => details.push((event as CustomEvent).detail));
  return details;
}

/** Resolves once everything that was emitted so far has been mirrored. */
async function mirrored(bus: Bus): Promise<void> {
  const last = contractOf();
  const seen = plainDetails(last.type);
  bus.emit(last, 'last');
  await vi.waitFor(() => expect(seen).toEqual(['last']));
}

describe('a plain listener on window', () => {
  it('hears what is emitted, the payload itself as detail, after the emitting call', async () => {
    const [bus, contract] = [join(), contractOf({ schema: z.object({ quantity: z.number().default(1) }) })];
    const details = plainDetails(contract.type);
    const { data } = bus.emit(contract, {});
    expect(details).toEqual([]);
    await mirrored(bus);
    expect(details).toEqual([{ quantity: 1 }]);
    expect(details[0]).toBe(data);
    expect(Object.isFrozen(details[0])).toBe(true);
  });

  it('hears events in the order of the page, and each after the handlers of the bus', async () => {
    const [bus, contract] = [join(), contractOf()];
    const order: string[] = [];
    bus.on(contract, ({ data }) => order.push(`handler ${data}`));
    window.addEventListener(contract.type, (event) => order.push(`plain ${(event as CustomEvent).detail}`));
    bus.emit(contract, 1);
    bus.emit(contract, 2);
    await mirrored(bus);
    expect(order).toEqual(['handler 1', 'plain 1', 'handler 2', 'plain 2']);
  });

  it('hears what nobody on the bus listens to', async () => {
    const [bus, contract] = [join(), contractOf()];
    const details = plainDetails(contract.type);
    bus.emit(contract, 'alone');
    await mirrored(bus);
    expect(details).toEqual(['alone']);
  });

  it('hears nothing of what was refused', async () => {
    const [bus, contract] = [join(), contractOf({ schema: z.string() })];
    const details = plainDetails(contract.type);
    expect(() => bus.emit(contract, 42)).toThrow();
    await mirrored(bus);
    expect(details).toEqual([]);
  });

  it('cannot silence the bus by stopping the mirrored event', async () => {
    const [bus, contract] = [join(), contractOf()];
    const heard: unknown[] = [];
    window.addEventListener(contract.type, (event) => event.stopImmediatePropagation(), { capture: true });
    bus.on(contract, ({ data }) => heard.push(data));
    bus.emit(contract, 'hello');
    await mirrored(bus);
    expect(heard).toEqual(['hello']);
  });

  it('hurts nobody when it throws', async () => {
    const [bus, contract] = [join(), contractOf()];
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
    await mirrored(bus);
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
    await mirrored(checkout);
    expect(details).toEqual(['goodbye']);
  });

  it('causes what it emits through the bus itself', async () => {
    const [bus, contract, answered] = [join(), contractOf(), contractOf()];
    const answer = bus.once(answered);
    window.addEventListener(contract.type, () => bus.emit(answered, 'here'));
    const cause = bus.emit(contract, 'who?');
    expect(await answer).toMatchObject({ source: 'cart', causationid: cause.id, hops: 1 });
  });

  it('hears what was emitted before the page goes away', () => {
    const [bus, contract] = [join(), contractOf()];
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
    await mirrored(cart);
    expect(heard).toEqual(['cart heard cart', 'checkout heard cart']);
  });

  it('is not adopted when a plain listener dispatches it once more, somewhere else', async () => {
    const [bus, contract] = [join(), contractOf()];
    const heard: unknown[] = [];
    const seen: Event[] = [];
    bus.on(contract, ({ data }) => heard.push(data));
    window.addEventListener(contract.type, (event) => seen.push(event));
    bus.emit(contract, 'hello');
    await vi.waitFor(() => expect(seen).toHaveLength(1));
    for (const target of [window, document, document.body]) target.dispatchEvent(seen[0] as Event);
    await mirrored(bus);
    expect(heard).toEqual(['hello']);
  });
});

describe('the contract’s `dom`', () => {
  it.each([
    ['both', ['emitted', 'dispatched'], ['emitted', 'dispatched']],
    ['out', ['emitted'], ['emitted', 'dispatched']],
    ['off', ['emitted'], ['dispatched']],
  ] as const)('%s decides who hears what', async (dom, byHandlers, byPlainListeners) => {
    const [bus, contract] = [join(), contractOf({ dom })];
    const heard: unknown[] = [];
    bus.on(contract, ({ data }) => heard.push(data));
    const details = plainDetails(contract.type);
    bus.emit(contract, 'emitted');
    await mirrored(bus);
    window.dispatchEvent(new CustomEvent(contract.type, { detail: 'dispatched' }));
    await mirrored(bus);
    expect(heard).toEqual(byHandlers);
    expect(details).toEqual(byPlainListeners);
  });

  it('is the narrowest of what the page has brought', async () => {
    const hub = createHub({ window });
    const open = contractOf({ dom: 'both' });
    const [cart, checkout] = [createBus({ source: 'cart', hub }), createBus({ source: 'checkout', hub })];
    const details = plainDetails(open.type);
    cart.emit(open, 'before');
    await mirrored(cart);
    checkout.on({ ...open, version: 2, dom: 'off' }, () => {});
    cart.emit(open, 'after');
    await mirrored(cart);
    expect(details).toEqual(['before']);
  });
});

describe('personal data', () => {
  const email = () => z.email().meta({ tags: ['pii'] });

  it.each<[string, Partial<EventDefinition>, unknown]>([
    ['the contract', { tags: ['sales', 'pii'] }, 'ann@example.com'],
    ['the payload', { schema: email() }, 'ann@example.com'],
    ['a field', { schema: z.object({ email: email() }) }, { email: 'ann@example.com' }],
    ['a field of a line', { schema: z.array(z.object({ email: email().optional() })) }, [{ email: 'ann@example.com' }]],
    [
      'what a transform makes',
      {
        schema: z
          .string()
          .transform((text) => ({ to: text }))
          .pipe(z.object({ to: email() })),
      },
      'a@b.example',
    ],
    [
      'a field beside one that JSON Schema cannot say',
      { schema: z.object({ email: email(), id: z.bigint() }) },
      { email: 'a@b.example', id: 1n },
    ],
  ])('stays off window and is not heard from it where %s is tagged', async (_what, definition, payload) => {
    const [bus, contract] = [join(), contractOf(definition)];
    const heard: unknown[] = [];
    const details = plainDetails(contract.type);
    bus.on(contract, ({ source }) => heard.push(source));
    bus.emit(contract, payload);
    await mirrored(bus);
    expect([heard, details]).toEqual([['cart'], []]);
    window.dispatchEvent(new CustomEvent(contract.type, { detail: payload }));
    await mirrored(bus);
    expect(heard).toEqual(['cart']);
  });

  it.each(['both', 'out'] as const)('goes to window where the contract says so: %s', async (dom) => {
    const [bus, contract] = [join(), contractOf({ schema: z.object({ email: email() }), tags: ['pii'], dom })];
    const details = plainDetails(contract.type);
    bus.emit(contract, { email: 'ann@example.com' });
    await mirrored(bus);
    expect(details).toEqual([{ email: 'ann@example.com' }]);
  });

  it('is told by the contract’s tags where the library cannot tag fields', async () => {
    const [bus, contract] = [join(), contractOf({ schema: v.object({ email: v.string() }), tags: ['pii'] })];
    const details = plainDetails(contract.type);
    bus.emit(contract, { email: 'ann@example.com' });
    await mirrored(bus);
    expect(details).toEqual([]);
  });

  it('is not suspected of other tags and other metadata', async () => {
    const schema = z.object({ sku: z.string().meta({ tags: ['sales'], description: 'no pii in here' }) });
    const [bus, contract] = [join(), contractOf({ schema, tags: ['sales'] })];
    const details = plainDetails(contract.type);
    bus.emit(contract, { sku: 'A-1' });
    await mirrored(bus);
    expect(details).toEqual([{ sku: 'A-1' }]);
  });
});

describe('a ring through a plain listener', () => {
  it('ends like any other: what the listener dispatches is caused by what it heard', async () => {
    vi.spyOn(console, 'warn').mockImplementation(() => {});
    const bus = join(() => {});
    const [asked, answered] = [contractOf(), contractOf()];
    let turns = 0;
    window.addEventListener(asked.type, () => {
      // So that the ring ends in any case.
      if (++turns < 200) window.dispatchEvent(new CustomEvent(answered.type, { detail: turns }));
    });
    bus.on(answered, () => bus.emit(asked, turns));
    bus.emit(asked, 0);
    await vi.waitFor(() => expect(bus.deadLetters.list(({ reason }) => reason === 'too-many-hops')).toHaveLength(1));
    expect(turns).toBeLessThanOrEqual(32);
  });
});
