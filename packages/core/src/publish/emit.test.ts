import { describe, expect, it, onTestFinished, vi } from 'vitest';
import * as z from 'zod';
import { type Bus, type BusEvent, createBus, createHub, defineEvent, defineEvents, type EmitOptions } from '../index.ts';

const cart = defineEvents('cart', {
  itemAdded: { version: 2, schema: z.object({ sku: z.string(), tags: z.array(z.string()).default([]) }) },
  emptied: { version: 1, schema: z.undefined() },
});

function join(source = 'cart', hub = createHub()): Bus {
  return createBus({ source, hub });
}

describe('the event that emit returns', () => {
  it('has the attributes of CloudEvents and nothing that nobody asked for', () => {
    const before = Date.now();
    const event = join().emit(cart.itemAdded, { sku: 'A-1' });
    expect(event).toEqual({
      id: expect.stringMatching(/./),
      source: 'cart',
      type: 'cart:itemAdded',
      time: expect.any(Number),
      sequence: 1,
      dataversion: 2,
      data: { sku: 'A-1', tags: [] },
      hops: 0,
    });
    expect(event.time).toBeGreaterThanOrEqual(before);
    expect(event.time).toBeLessThanOrEqual(Date.now());
  });

  it('is frozen, with all that is in it', () => {
    const event = join().emit(cart.itemAdded, { sku: 'A-1', tags: ['new'] });
    expect([event, event.data, event.data.tags].every(Object.isFrozen)).toBe(true);
  });

  it('shares nothing with the object that was emitted, which stays as it was', () => {
    const added = { sku: 'A-1', tags: ['new'] };
    const { data } = join().emit(cart.itemAdded, added);
    added.tags.push('changed');
    added.sku = 'B-2';
    expect(data).toEqual({ sku: 'A-1', tags: ['new'] });
  });

  it('shares nothing even where the schema hands its input through', () => {
    const contract = defineEvent('cart:noted', { version: 1, schema: z.any() });
    const noted = { lines: [{ sku: 'A-1' }] };
    const { data } = join().emit(contract, noted);
    expect(data).toEqual(noted);
    expect(data).not.toBe(noted);
    expect(data.lines[0]).not.toBe(noted.lines[0]);
  });

  it('is the one that handlers get, after emit has returned', async () => {
    const bus = join();
    const heard: BusEvent[] = [];
    bus.on(cart.itemAdded, (event) => heard.push(event));
    const event = bus.emit(cart.itemAdded, { sku: 'A-1' });
    expect(heard).toEqual([]);
    await vi.waitFor(() => expect(heard).toHaveLength(1));
    expect(heard[0]).toBe(event);
  });

  it('has an id that no other event has, on this hub or another', () => {
    const buses = [join(), join(), join('checkout')];
    const ids = buses.flatMap((bus) => Array.from({ length: 100 }, () => bus.emit(cart.emptied, undefined).id));
    expect(new Set(ids).size).toBe(300);
  });

  it('is numbered in the order of the whole hub', () => {
    const hub = createHub();
    const [one, other] = [join('cart', hub), join('checkout', hub)];
    const events = [one, other, other, one].map((bus) => bus.emit(cart.emptied, undefined));
    expect(events.map(({ sequence, source }) => [sequence, source])).toEqual([
      [1, 'cart'],
      [2, 'checkout'],
      [3, 'checkout'],
      [4, 'cart'],
    ]);
  });

  it('carries what the options say of it', () => {
    const options: EmitOptions = {
      subject: 'order 17',
      correlationid: 'visit-9',
      traceparent: '00-0af7651916cd43dd8448eb211c80319c-b7ad6b7169203331-01',
      tracestate: 'shop=1',
      idempotencykey: 'key-1',
    };
    expect(join().emit(cart.emptied, undefined, options)).toMatchObject(options);
  });

  it('expires after its ttl, after the one of its contract if it has none', () => {
    vi.useFakeTimers();
    onTestFinished(() => void vi.useRealTimers());
    const contract = defineEvent('cart:reserved', { version: 1, schema: z.string(), ttl: 5_000 });
    const long = join().emit(contract, 'A-1');
    const short = join().emit(contract, 'A-1', { ttl: 10 });
    expect(long.expirytime).toBe(long.time + 5_000);
    expect(short.expirytime).toBe(short.time + 10);
  });
});

describe('emit by name', () => {
  it('uses the contract that the bus has used before', () => {
    const bus = createBus({ source: 'cart', hub: createHub(), contracts: [cart] });
    expect(bus.emit('cart:itemAdded', { sku: 'A-1', more: true })).toMatchObject({
      dataversion: 2,
      data: { sku: 'A-1', tags: [] },
    });
  });

  it('uses the newest of its own versions', () => {
    const older = defineEvent('cart:itemAdded', { version: 1, schema: z.object({ id: z.string() }) });
    for (const contracts of [[older, cart.itemAdded] as const, [cart.itemAdded, older] as const]) {
      const bus = createBus({ source: 'cart', hub: createHub(), contracts });
      expect(bus.emit('cart:itemAdded', { sku: 'A-1' }).dataversion).toBe(2);
    }
  });

  it('uses what the scope itself has used before what other scopes of the bus have', () => {
    const older = defineEvent('cart:itemAdded', { version: 1, schema: z.object({ id: z.string() }) });
    const shell = join('shell');
    const [one, other] = [shell.scope({ source: 'cart' }), shell.scope({ source: 'checkout' })];
    one.on(older, () => {})();
    other.on(cart.itemAdded, () => {})();
    expect(one.emit('cart:itemAdded', { id: 'A-1' }).dataversion).toBe(1);
    expect(other.emit('cart:itemAdded', { sku: 'A-1' }).dataversion).toBe(2);
    expect(shell.scope({ source: 'profile' }).emit('cart:itemAdded', { sku: 'A-1' }).dataversion).toBe(2);
  });

  it('uses what another bus of the page has made known', () => {
    const hub = createHub();
    createBus({ source: 'cart', hub, contracts: [cart] });
    expect(join('checkout', hub).emit('cart:itemAdded', { sku: 'A-1' })).toMatchObject({ source: 'checkout', dataversion: 2 });
  });

  it('refuses a name that nobody has defined, and suggests those of the domain', () => {
    const bus = createBus({ source: 'cart', hub: createHub(), contracts: [cart] });
    expect(() => bus.emit('cart:itemadded', {})).toThrow(
      expect.objectContaining({
        code: 'unknown-contract',
        details: { type: 'cart:itemadded', source: 'cart', known: ['cart:itemAdded', 'cart:emptied'] },
        message: expect.stringContaining('Did you mean "cart:itemAdded" or "cart:emptied"?'),
      }),
    );
  });

  it('suggests neither other domains nor names that somebody only listens to', () => {
    const opened = defineEvent('profile:opened', { version: 1, schema: z.string() });
    const bus = createBus({ source: 'cart', hub: createHub(), contracts: [cart.emptied, opened] });
    bus.on('cart:listenedFor', () => {});
    expect(() => bus.emit('cart:added', {})).toThrow(
      expect.objectContaining({ details: expect.objectContaining({ known: ['cart:emptied'] }) }),
    );
  });

  it('suggests nothing where nothing is near', () => {
    const refusal = expect.objectContaining({ code: 'unknown-contract', message: expect.not.stringContaining('Did you mean') });
    expect(() => join().emit('profile:opened', {})).toThrow(refusal);
  });

  it('does not take a name for known because somebody listens to it', () => {
    const bus = join();
    bus.on('cart:itemAdded', () => {});
    expect(() => bus.emit('cart:itemAdded', {})).toThrow(expect.objectContaining({ code: 'unknown-contract' }));
  });

  it.each(['itemAdded', 'cart:*', 'cart:item added', ''])('refuses the name %j', (name) => {
    expect(() => join().emit(name, {})).toThrow(expect.objectContaining({ code: 'invalid-event-name', details: { type: name } }));
  });
});

describe('emit', () => {
  it.each([undefined, null, 42, {}, { type: 'item added' }])('refuses %j for a contract', (contract) => {
    expect(() => join().emit(contract as never, {})).toThrow(expect.objectContaining({ code: 'invalid-event-name' }));
  });

  it.each([{}, { version: 1 }, { version: 0, schema: z.string() }, { version: 1, schema: {} }])(
    'refuses an object that has a name but is no contract otherwise: %j',
    (rest) => {
      expect(() => join().emit({ type: 'cart:noted', ...rest } as never, 'x')).toThrow(
        expect.objectContaining({ code: 'invalid-contract', details: expect.objectContaining({ type: 'cart:noted' }) }),
      );
    },
  );

  it('takes a contract that was only written, not defined, as long as it is whole', () => {
    const written = { type: 'cart:noted', version: 1, schema: z.string() } as const;
    expect(join().emit(written, 'A-1').data).toBe('A-1');
  });

  it('refuses after the bus was disposed, and after a scope or its parent was', () => {
    const bus = join();
    const [early, late] = [bus.scope({ source: 'early' }), bus.scope({ source: 'late' })];
    early.dispose();
    const refused = (source: string): unknown =>
      expect.objectContaining({ code: 'disposed', details: { action: 'emit', source } });
    expect(() => early.emit(cart.emptied, undefined)).toThrow(refused('early'));
    expect(bus.emit(cart.emptied, undefined).sequence).toBe(1);
    bus.dispose();
    expect(() => bus.emit(cart.emptied, undefined)).toThrow(refused('cart'));
    expect(() => late.emit(cart.emptied, undefined)).toThrow(refused('late'));
  });

  it('leaves no dead letter where there was no contract or no bus to say what was refused', () => {
    const bus = createBus({ source: 'cart', hub: createHub(), contracts: [cart] });
    const scope = bus.scope();
    scope.dispose();
    const other = defineEvent('cart:emptied', { version: 1, schema: z.string() });
    for (const [emitter, contract, code] of [
      [bus, { type: 'cart:itemAdded' }, 'invalid-contract'],
      [bus, 'cart:unknown', 'unknown-contract'],
      [bus, other, 'contract-conflict'],
      [scope, cart.emptied, 'disposed'],
    ] as const)
      expect(() => emitter.emit(contract as never, undefined)).toThrow(expect.objectContaining({ code }));
    expect(bus.deadLetters.list()).toEqual([]);
  });
});
