import fc from 'fast-check';
import { describe, expect, it, vi } from 'vitest';
import * as z from 'zod';
import {
  adopt,
  type Bus,
  type BusEvent,
  type BusOptions,
  createBus,
  defineEvent,
  defineEvents,
  drop,
  type EmitOptions,
} from '../index.ts';
import { nextTask } from '../next-task.test.fixture.ts';
import { createPatientHub } from '../patient-hub.test.fixture.ts';

const cart = defineEvents('cart', {
  itemAdded: { version: 1, schema: z.object({ sku: z.string() }) },
  noted: { version: 1, schema: z.unknown() },
});
const item = { sku: 'A-1' };

/** A bus on a page of its own that knows the contracts. */
function newPage(options: Partial<BusOptions> = {}): Bus {
  return createBus({ source: 'bridge', hub: createPatientHub(), contracts: [cart], onError: () => {}, ...options });
}

/** What another page emits, as it arrives here. */
function fromElsewhere(changes: object = {}, options: EmitOptions = {}): BusEvent {
  return { ...structuredClone(newPage({ source: 'cart' }).emit(cart.itemAdded, item, options)), ...changes };
}

function hearing(bus: Bus, type = '**'): BusEvent[] {
  const heard: BusEvent[] = [];
  bus.on(type, (event) => heard.push(event));
  return heard;
}

function refused(code: string, details: object = {}): unknown {
  return expect.objectContaining({ code, details: expect.objectContaining(details) });
}

describe('adopt', () => {
  it('gives the event to whoever listens, and answers it, frozen', async () => {
    const bus = newPage();
    const heard = hearing(bus);
    const foreign = fromElsewhere();
    const event = adopt(bus, foreign);
    await nextTask();
    expect(heard).toEqual([event]);
    expect(event).not.toBe(foreign);
    expect([event, event?.data].every(Object.isFrozen)).toBe(true);
  });

  const text = fc.string({ minLength: 1, maxLength: 1_024 });
  const key = fc.string().filter((name) => name !== '__proto__' && name !== 'constructor');
  const options: fc.Arbitrary<EmitOptions> = fc.record(
    { subject: text, correlationid: text, traceparent: text, tracestate: text, idempotencykey: text, ttl: fc.nat() },
    { requiredKeys: [] },
  );

  it('keeps whatever the event says, but for its place in the order of the page', () => {
    fc.assert(
      fc.property(options, fc.boolean(), fc.anything({ key }), (given, isCaused, data) => {
        const other = newPage({ source: 'cart' });
        const cause = isCaused && other.emit(cart.noted, 'before');
        const emitted = other.emit(cart.noted, data, { ...given, cause });
        const page = newPage();
        page.emit(cart.noted, 'its own');
        const event = adopt(page, structuredClone(emitted));
        expect(event).toEqual({ ...emitted, sequence: 2, idempotencykey: given.idempotencykey ?? emitted.id });
      }),
    );
  });

  it('leaves behind what is none of its attributes, and what is said of another page alone', () => {
    const event = adopt(newPage(), fromElsewhere({ secret: 1, sequence: 99, replayed: true, redriveof: 'x' }));
    expect(Object.keys(event ?? {})).not.toEqual(expect.arrayContaining(['secret', 'replayed', 'redriveof']));
    expect(event?.sequence).toBe(1);
  });

  it('is retained, and counted like any other', async () => {
    const kept = defineEvent('cart:changed', { version: 1, schema: z.number(), retain: 'latest' });
    const [bus, other] = [newPage({ contracts: [kept] }), newPage()];
    adopt(bus, other.emit(kept, 5));
    expect([bus.latest(kept).get(), bus.metrics().emitted]).toEqual([5, 1]);
    expect((await bus.once(kept)).replayed).toBe(true);
  });

  it('takes no cause from the handler that runs', async () => {
    const bus = newPage();
    const foreign = fromElsewhere();
    const adopted: (BusEvent | undefined)[] = [];
    bus.on(cart.noted, () => adopted.push(adopt(bus, foreign)));
    bus.emit(cart.noted, 1);
    await nextTask();
    expect(adopted).toMatchObject([{ hops: 0 }]);
    expect(adopted[0]).not.toHaveProperty('causationid');
  });

  it('runs the stages of the bus', () => {
    const stages = [{ name: 'consent', side: 'publish' as const, before: 'retain' as const, run: () => drop('no consent') }];
    const bus = newPage({ stages });
    adopt(bus, fromElsewhere());
    expect(bus.deadLetters.list()).toMatchObject([{ reason: 'dropped', event: { source: 'cart' } }]);
  });

  it('does not ask the rate of the contract, which was asked where the event was emitted', () => {
    const moved = defineEvent('map:moved', { version: 1, schema: z.number(), rate: { limit: 3 } });
    const [bus, other] = [newPage({ contracts: [moved] }), newPage()];
    const backlog = [1, 2, 3].map((x) => other.emit(moved, x));
    for (const event of [...backlog, { ...backlog[0], id: 'x-1' }, { ...backlog[0], id: 'x-2' }]) adopt(bus, event);
    expect(bus.metrics()).toMatchObject({ emitted: 5, deadLetters: 0 });
  });

  it('takes a bus of another copy of Busbar', async () => {
    const bus = newPage();
    vi.resetModules();
    const theirs = await import('../index.ts');
    expect(theirs.adopt(bus, fromElsewhere())).toMatchObject({ source: 'cart', data: item });
  });
});

describe('an event that comes by several ways', () => {
  it('is adopted once, whichever bus of the page adopts it', async () => {
    const hub = createPatientHub();
    const [one, other] = [newPage({ hub }), newPage({ hub, source: 'worker-bridge' })];
    const heard = hearing(one);
    const foreign = fromElsewhere();
    const answers = [one, other, one].map((bus) => adopt(bus, structuredClone(foreign)));
    await nextTask();
    expect(answers).toEqual([expect.objectContaining({ id: foreign.id }), undefined, undefined]);
    expect(heard).toHaveLength(1);
  });

  it('is not adopted by the page that emitted it', async () => {
    const bus = newPage();
    const heard = hearing(bus);
    const event = bus.emit(cart.itemAdded, item);
    expect(adopt(bus, structuredClone(event))).toBeUndefined();
    await nextTask();
    expect(heard).toHaveLength(1);
  });

  it('is adopted once though a synchronous handler sends it back', () => {
    const bus = newPage();
    const foreign = fromElsewhere();
    const answers: unknown[] = [];
    bus.on('**', (event) => answers.push(adopt(bus, event)), { delivery: 'sync' });
    adopt(bus, foreign);
    expect(answers).toEqual([undefined]);
  });

  it('is remembered among the newest 10,000', () => {
    const bus = newPage();
    const foreign = fromElsewhere();
    const others = (from: number, to: number): void => {
      for (let number = from; number < to; number++) adopt(bus, { ...foreign, id: `other-${number}` });
    };
    adopt(bus, foreign);
    others(1, 10_000);
    expect(adopt(bus, foreign)).toBeUndefined();
    others(10_000, 10_001);
    expect(adopt(bus, foreign)).toMatchObject({ id: foreign.id });
    expect(bus.hub.adopted?.size).toBe(10_000);
  });

  it('is handled once by each subscription, though the page has forgotten it', async () => {
    const bus = newPage();
    const heard: string[] = [];
    bus.on(cart.itemAdded, () => heard.push('one'));
    bus.on(cart.itemAdded, () => heard.push('two'), { dedupe: false });
    const foreign = fromElsewhere();
    adopt(bus, foreign);
    bus.hub.adopted?.delete(foreign.id);
    adopt(bus, foreign);
    await nextTask();
    expect(heard).toEqual(['one', 'two', 'two']);
  });

  it('is handled once where its emitter gave it another id and the same key', async () => {
    const bus = newPage();
    const heard: unknown[] = [];
    bus.on(cart.itemAdded, ({ id }) => heard.push(id));
    for (const id of ['a-1', 'b-1']) adopt(bus, fromElsewhere({ id, idempotencykey: 'order 7' }));
    await nextTask();
    expect(heard).toEqual(['a-1']);
  });
});

describe('what is no event', () => {
  it.each<[string, unknown, string]>([
    ['nothing', undefined, 'id'],
    ['null', null, 'id'],
    ['a text', 'cart:itemAdded', 'id'],
    ['no id', fromElsewhere({ id: undefined }), 'id'],
    ['an empty id', fromElsewhere({ id: '' }), 'id'],
    ['an id longer than 1,024 characters', fromElsewhere({ id: 'x'.repeat(1_025) }), 'id'],
    ['a number for a source', fromElsewhere({ source: 5 }), 'source'],
    ['no event name', fromElsewhere({ type: 'itemAdded' }), 'type'],
    ['a pattern', fromElsewhere({ type: 'cart:*' }), 'type'],
    ['a time as text', fromElsewhere({ time: '2026-11-22T12:00:00Z' }), 'time'],
    ['a time that no date has', fromElsewhere({ time: 1e300 }), 'time'],
    ['no version', fromElsewhere({ dataversion: 0 }), 'dataversion'],
    ['half a hop', fromElsewhere({ hops: 0.5 }), 'hops'],
    ['fewer hops than none', fromElsewhere({ hops: -1 }), 'hops'],
    ['an object for a subject', fromElsewhere({ subject: {} }), 'subject'],
    ['null for a cause', fromElsewhere({ causationid: null }), 'causationid'],
    ['an expiry that is no number', fromElsewhere({ expirytime: Number.NaN }), 'expirytime'],
    ['an empty key', fromElsewhere({ idempotencykey: '' }), 'idempotencykey'],
  ])('is refused, without a dead letter: %s', (_what, event, name) => {
    const bus = newPage();
    expect(() => adopt(bus, event)).toThrow(refused('invalid-event', { source: 'bridge', attribute: name }));
    expect(bus.metrics()).toMatchObject({ emitted: 0, deadLetters: 0 });
  });

  it.each(['id', 'hops', 'data'])('is refused where its %s cannot be read, with what was thrown as the cause', (name) => {
    const cause = new Error('no');
    const get = (): never => {
      throw cause;
    };
    const sly = Object.defineProperty(fromElsewhere(), name, { get });
    const error = { code: 'invalid-event', cause, details: { source: 'bridge', attribute: name } };
    expect(() => adopt(newPage(), sly)).toThrow(expect.objectContaining(error));
  });

  it('is read once, so that it cannot say one thing now and another later', () => {
    let reads = 0;
    const sly = Object.defineProperty(fromElsewhere(), 'source', { get: () => ['cart', {}][reads++] });
    expect(adopt(newPage(), sly)?.source).toBe('cart');
    expect(reads).toBe(1);
  });

  it('are the events of another hub’s own', () => {
    expect(() => adopt(newPage(), fromElsewhere({ type: 'busbar:lagging' }))).toThrow(refused('reserved-name'));
  });

  it('is whatever comes to a bus that is disposed', () => {
    const bus = newPage();
    bus.dispose();
    expect(() => adopt(bus, fromElsewhere())).toThrow(refused('disposed', { action: 'adopt' }));
  });
});

describe('an event that is refused', () => {
  it.each<[string, unknown, string]>([
    ['breaks the contract', { sku: 5 }, 'invalid-payload'],
    ['holds a function', { add: () => {} }, 'payload-function'],
    ['holds a key that attacks', JSON.parse('{"__proto__":{"admin":true}}'), 'payload-forbidden-key'],
    ['has more than 10,000 values', { sku: 'A-1', more: Array(10_001).fill(0) }, 'payload-too-many-nodes'],
    ['has more than 256 KiB', { sku: 'x'.repeat(131_073) }, 'payload-too-large'],
    ['has more than 64 levels', JSON.parse(`${'['.repeat(65)}${']'.repeat(65)}`), 'payload-too-deep'],
  ])('is thrown and a dead letter that says whose it is: its payload %s', (_what, data, code) => {
    const bus = newPage();
    const foreign = fromElsewhere({ data });
    expect(() => adopt(bus, foreign)).toThrow(refused(code, { source: 'cart' }));
    const { id, source, time } = foreign;
    expect(bus.deadLetters.list()).toMatchObject([{ reason: 'invalid', event: { id, source, time }, error: { code } }]);
  });

  it('may come again, and is adopted once it is mended', () => {
    const bus = newPage();
    const foreign = fromElsewhere();
    expect(() => adopt(bus, { ...foreign, data: {} })).toThrow(refused('invalid-payload'));
    expect(adopt(bus, foreign)).toMatchObject({ id: foreign.id });
  });

  it('has a name that the page does not know: it is a dead letter, and leaves nothing else', async () => {
    const bus = createBus({ source: 'bridge', hub: createPatientHub() });
    const foreign = fromElsewhere();
    expect(() => adopt(bus, foreign)).toThrow(refused('unknown-contract', { type: 'cart:itemAdded', source: 'bridge' }));
    expect([...bus.hub.topics.keys()]).toEqual([]);
    const heard: BusEvent[] = [];
    bus.on(cart.itemAdded, (event) => heard.push(event));
    expect(bus.deadLetters.redrive(() => true)).toBe(1);
    await nextTask();
    expect(heard).toMatchObject([{ id: foreign.id, source: 'cart', data: item }]);
  });

  it('is nothing that the bus may publish', () => {
    const bus = newPage({ publish: ['checkout:*'] });
    expect(() => adopt(bus, fromElsewhere())).toThrow(refused('forbidden', { action: 'publish', source: 'bridge' }));
    expect(bus.deadLetters.list()).toMatchObject([{ reason: 'forbidden', event: { source: 'cart' } }]);
  });

  it('has too many causes, with a warning that names its source and what it answered', () => {
    const warn = vi.spyOn(console, 'warn').mockImplementation(() => {});
    const bus = newPage();
    const foreign = fromElsewhere({ hops: 33, causationid: 'z-7' });
    expect(() => adopt(bus, foreign)).toThrow(refused('too-many-hops', { source: 'cart', answered: 'z-7' }));
    expect(warn.mock.calls).toEqual([[expect.stringMatching(/too-many-hops cart:itemAdded cart\] "cart" .* "z-7"/)]]);
    expect(bus.deadLetters.list()).toMatchObject([{ reason: 'too-many-hops', event: { hops: 33 } }]);
  });

  it('has expired: each subscription has a dead letter', async () => {
    const bus = newPage();
    const heard = hearing(bus);
    adopt(bus, fromElsewhere({ expirytime: Date.now() - 3_600_000 }));
    await nextTask();
    expect(heard).toEqual([]);
    expect(bus.deadLetters.list()).toMatchObject([{ reason: 'expired', subscriber: { target: '**' } }]);
  });
});

describe('an event of another version', () => {
  const first = defineEvent('price:set', { version: 1, schema: z.object({ cents: z.number() }) });
  const second = defineEvent('price:set', {
    version: 2,
    schema: z.object({ euros: z.number().optional() }),
    upcast: { 1: ({ cents }) => ({ euros: cents / 100 }) },
  });

  function adoptOn(contracts: BusOptions['contracts'] & object, dataversion: number, data: unknown) {
    const bus = newPage({ contracts });
    return adopt(bus, fromElsewhere({ type: 'price:set', dataversion, data }));
  }

  it('is checked by the contract of its own version, if the page has it', () => {
    expect(adoptOn([first, second], 1, { cents: 150 })).toMatchObject({ dataversion: 1, data: { cents: 150 } });
  });

  it('is cast to the newest that the page has', () => {
    expect(adoptOn([second], 1, { cents: 150 })).toMatchObject({ dataversion: 2, data: { euros: 1.5 } });
  });

  it('is left as it is where it is newer than all, and their schemas decide', () => {
    expect(adoptOn([first], 3, { cents: 150, more: true })).toMatchObject({ dataversion: 1, data: { cents: 150 } });
    expect(() => adoptOn([first], 3, { dollars: 1 })).toThrow(refused('cast-failed', { from: 3, to: 1, source: 'bridge' }));
  });

  it('may claim any version: nothing is counted through', () => {
    expect(adoptOn([first], Number.MAX_SAFE_INTEGER, { cents: 1 })).toMatchObject({ dataversion: 1 });
  });

  it('that cannot be cast is a dead letter `incompatible`', () => {
    const bus = newPage({ contracts: [second] });
    const foreign = fromElsewhere({ type: 'price:set', dataversion: 1, data: { cents: 'many' } });
    expect(() => adopt(bus, foreign)).toThrow(refused('cast-failed'));
    expect(bus.deadLetters.list()).toMatchObject([{ reason: 'incompatible', event: { id: foreign.id, dataversion: 1 } }]);
  });
});
