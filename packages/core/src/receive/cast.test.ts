import { describe, expect, it, vi } from 'vitest';
import * as z from 'zod';
import { type AnyEventContract, type Bus, type BusError, type Cast, createBus, defineEvent } from '../index.ts';
import { nextTask } from '../next-task.test.fixture.ts';
import { createPatientHub } from '../patient-hub.test.fixture.ts';

/** Three versions of one contract: a name, then a name and a price, then the price in cents. */
const schemas = {
  1: z.object({ name: z.string() }),
  2: z.object({ name: z.string(), price: z.number() }),
  3: z.object({ name: z.string(), cents: z.number() }),
};
type Casts = Record<number, Cast>;
const up: Casts = {
  1: ({ name }) => ({ name, price: 0 }),
  2: ({ name, price }) => ({ name, cents: price * 100 }),
};
const down: Casts = {
  1: ({ name }) => ({ name }),
  2: ({ name, cents }) => ({ name, price: cents / 100 }),
};

function contract(version: 1 | 2 | 3, upcast: Casts = up, downcast: Casts = down) {
  return defineEvent('shop:priced', { version, schema: schemas[version] as z.ZodType<object>, upcast, downcast });
}

function newBus(): { bus: Bus; errors: BusError[] } {
  const errors: BusError[] = [];
  return { bus: createBus({ source: 'cart', hub: createPatientHub(), onError: (error) => errors.push(error) }), errors };
}

/** Emits by one contract, receives by another. */
async function received(emitted: AnyEventContract, data: object, receiving: AnyEventContract) {
  const { bus, errors } = newBus();
  const seen: { data: unknown; dataversion: number }[] = [];
  createBus({ source: 'checkout', hub: bus.hub, onError: (error) => errors.push(error) }).on(receiving, (event) =>
    seen.push(event),
  );
  const event = bus.emit(emitted, data);
  await nextTask();
  return { event, seen, errors, letters: bus.deadLetters.list() };
}

describe('Promise 9: a receiver of another version', () => {
  it('is given the event as its own version has it, cast up step by step', async () => {
    const { seen } = await received(contract(1), { name: 'tea' }, contract(3));
    expect(seen).toMatchObject([{ data: { name: 'tea', cents: 0 }, dataversion: 3 }]);
  });

  it('is given the event cast down, step by step, by what the newer contract says', async () => {
    const { seen } = await received(contract(3), { name: 'tea', cents: 250 }, contract(1, {}, {}));
    expect(seen).toMatchObject([{ data: { name: 'tea' }, dataversion: 1 }]);
  });

  it('casts up by its own contract, whatever the emitter brought', async () => {
    const { bus } = newBus();
    const pricedAt = (price: number) => contract(2, { 1: ({ name }) => ({ name, price }) });
    const seen: unknown[] = [];
    for (const price of [7, 8]) {
      createBus({ source: `reader ${price}`, hub: bus.hub }).on(pricedAt(price), ({ data }) => seen.push(data));
    }
    bus.emit(contract(1), { name: 'tea' });
    await nextTask();
    expect(seen).toEqual([
      { name: 'tea', price: 7 },
      { name: 'tea', price: 8 },
    ]);
  });

  it('is given a new event: the same id and origin, frozen, and the emitted one is untouched', async () => {
    const { event, seen } = await received(contract(1), { name: 'tea' }, contract(2));
    expect(seen).toEqual([{ ...event, dataversion: 2, data: { name: 'tea', price: 0 } }]);
    expect([seen[0], seen[0]?.data].every(Object.isFrozen)).toBe(true);
    expect(event).toMatchObject({ dataversion: 1, data: { name: 'tea' } });
  });

  it('does not touch events of its own version', async () => {
    const upcast = vi.fn();
    const { event, seen } = await received(contract(2), { name: 'tea', price: 1 }, contract(2, { 1: upcast, 2: upcast }));
    expect(seen[0]).toBe(event);
    expect(upcast).not.toHaveBeenCalled();
  });

  it('is given retained events cast, too', async () => {
    const { bus } = newBus();
    const kept = defineEvent('shop:kept', { version: 1, schema: schemas[1], retain: 'latest' });
    const newer = defineEvent('shop:kept', { version: 2, schema: schemas[2], retain: 'latest', upcast: up });
    bus.emit(kept, { name: 'tea' });
    const seen: unknown[] = [];
    bus.on(newer, ({ data, replayed }) => seen.push([data, replayed]));
    await nextTask();
    expect(seen).toEqual([[{ name: 'tea', price: 0 }, true]]);
  });

  it('filters by `where` what was cast', async () => {
    const { bus } = newBus();
    const seen: unknown[] = [];
    bus.on(contract(2), ({ data }) => seen.push(data), { where: ({ data }) => 'price' in data });
    bus.emit(contract(1), { name: 'tea' });
    await nextTask();
    expect(seen).toEqual([{ name: 'tea', price: 0 }]);
  });

  it('leaves the receivers of the emitted version and of patterns alone', async () => {
    const { bus } = newBus();
    const seen: unknown[] = [];
    bus.on(contract(2), () => {});
    bus.on(contract(1), ({ dataversion }) => seen.push(dataversion));
    bus.on('shop:*', ({ dataversion }) => seen.push(dataversion));
    bus.emit(contract(1), { name: 'tea' });
    await nextTask();
    expect(seen).toEqual([1, 1]);
  });
});

describe('a step that no cast is given for', () => {
  it('leaves the payload as it is, and the schema of the receiver decides: yes', async () => {
    const { seen } = await received(contract(2), { name: 'tea', price: 1 }, contract(1, {}, {}));
    expect(seen).toMatchObject([{ data: { name: 'tea' }, dataversion: 1 }]);
  });

  it('leaves the payload as it is, and the schema of the receiver decides: no', async () => {
    const { seen, letters } = await received(contract(1), { name: 'tea' }, contract(2, {}));
    expect(seen).toEqual([]);
    expect(letters).toMatchObject([{ reason: 'incompatible', error: { code: 'cast-failed', details: { from: 1, to: 2 } } }]);
    expect(letters[0]).toHaveProperty('error.cause.details.issues', [expect.objectContaining({ path: 'price' })]);
  });

  it('may lie between two that are given', async () => {
    const { seen } = await received(
      contract(1),
      { name: 'tea', cents: 5 },
      contract(3, { 2: ({ name }) => ({ name, cents: 1 }) }),
    );
    expect(seen).toMatchObject([{ data: { name: 'tea', cents: 1 } }]);
  });
});

describe('versions that are as far apart as numbers allow', () => {
  const schema = schemas[1];
  const far = { version: Number.MAX_SAFE_INTEGER, schema };

  it('are cast up at once', async () => {
    const newest = defineEvent('shop:priced', { ...far, upcast: { 1: ({ name }) => ({ name: `${name}!` }) } });
    const { seen } = await received(contract(1), { name: 'tea' }, newest);
    expect(seen).toMatchObject([{ data: { name: 'tea!' } }]);
  });

  it('are cast down at once', async () => {
    const newest = defineEvent('shop:priced', { ...far, downcast: { 1: ({ name }) => ({ name: `${name}?` }) } });
    const { seen } = await received(newest, { name: 'tea' }, contract(1, {}, {}));
    expect(seen).toMatchObject([{ data: { name: 'tea?' } }]);
  });
});

describe('a cast', () => {
  const failing: { how: string; cast: Cast }[] = [
    {
      how: 'throws',
      cast: () => {
        throw new Error('no');
      },
    },
    { how: 'answers with a promise', cast: async ({ name }) => ({ name, price: 1 }) },
    { how: 'answers with a promise that rejects', cast: () => Promise.reject(new Error('no')) },
    { how: 'answers with what the schema refuses', cast: () => ({ name: 'tea', price: 'much' }) },
    { how: 'answers with what is no data', cast: ({ name }) => ({ name, price: () => 1 }) },
  ];

  it.each(failing)('that $how makes a dead letter `incompatible` for its own receiver only', async ({ cast }) => {
    const { bus, errors } = newBus();
    const seen: unknown[] = [];
    bus.on(contract(2, { 1: cast }), () => seen.push('newer'));
    bus.on('shop:*', () => seen.push('pattern'));
    const event = bus.emit(contract(1), { name: 'tea' });
    await nextTask();
    expect(seen).toEqual(['pattern']);
    expect(bus.deadLetters.list()).toMatchObject([
      { reason: 'incompatible', event, subscriber: { source: 'cart' }, attempts: 0 },
    ]);
    expect(errors).toMatchObject([{ code: 'cast-failed', details: { type: 'shop:priced', from: 1, to: 2, source: 'cart' } }]);
  });

  it('that answers with a promise in the middle of the way is not handed on to the next', async () => {
    const next = vi.fn(() => ({ name: 'tea', cents: 1 }));
    const { seen, letters } = await received(contract(1), { name: 'tea' }, contract(3, { 1: async () => ({}), 2: next }));
    expect(seen).toEqual([]);
    expect(next).not.toHaveBeenCalled();
    expect(letters).toMatchObject([{ reason: 'incompatible' }]);
  });

  it('may answer with null', async () => {
    const one = defineEvent('shop:closed', { version: 1, schema: z.object({}) });
    const two = defineEvent('shop:closed', { version: 2, schema: z.null(), upcast: { 1: () => null } });
    const { seen } = await received(one, {}, two);
    expect(seen).toMatchObject([{ data: null, dataversion: 2 }]);
  });

  it('gives a payload that is frozen and shared with nobody, whatever the schema does', async () => {
    const one = defineEvent('shop:noted', { version: 1, schema: z.unknown() });
    const given = { list: [1] };
    const two = defineEvent('shop:noted', { version: 2, schema: z.unknown(), upcast: { 1: () => given } });
    const { seen } = await received(one, {}, two);
    given.list.push(2);
    expect(seen).toMatchObject([{ data: { list: [1] } }]);
    expect(Object.isFrozen(seen[0]?.data)).toBe(true);
  });

  it('cannot change the emitted payload for the others', async () => {
    const mutate: Cast = (data) => Object.assign(data, { price: 1 });
    const { bus } = newBus();
    const seen: unknown[] = [];
    bus.on(contract(2, { 1: mutate }), () => {});
    bus.on(contract(1), ({ data }) => seen.push(data));
    bus.emit(contract(1), { name: 'tea' });
    await nextTask();
    expect(seen).toEqual([{ name: 'tea' }]);
    expect(bus.deadLetters.list()).toMatchObject([{ reason: 'incompatible' }]);
  });
});

describe('two contracts of the same version that differ', () => {
  const mine = defineEvent('shop:drifted', { version: 1, schema: z.object({ name: z.string() }), fingerprint: 'mine' });
  const theirs = defineEvent('shop:drifted', {
    version: 1,
    schema: z.object({ name: z.string().min(5) }),
    fingerprint: 'theirs',
  });

  it('are told apart by their fingerprints: each receiver’s own schema decides', async () => {
    vi.spyOn(console, 'warn').mockImplementation(() => {});
    const { bus } = newBus();
    const seen: string[] = [];
    bus.on(mine, ({ data }) => seen.push(`mine ${data.name}`));
    const other = createBus({ source: 'checkout', hub: bus.hub, onError: () => {} });
    other.on(theirs, ({ data }) => seen.push(`theirs ${data.name}`));
    for (const name of ['tea', 'coffee']) bus.emit(mine, { name });
    await nextTask();
    expect(seen).toEqual(['mine tea', 'mine coffee', 'theirs coffee']);
    expect(bus.deadLetters.list()).toMatchObject([
      { reason: 'incompatible', event: { data: { name: 'tea' } }, subscriber: { source: 'checkout' } },
    ]);
  });

  it('are one without fingerprints, and an event is validated once, by its emitter', async () => {
    const validate = vi.fn((value: unknown) => ({ value }));
    const schema = { '~standard': { version: 1 as const, vendor: 'test', validate } };
    const { bus } = newBus();
    const seen: unknown[] = [];
    const receiving = defineEvent('shop:noted', { version: 1, schema });
    createBus({ source: 'checkout', hub: bus.hub }).on(receiving, ({ data }) => seen.push(data));
    bus.emit(defineEvent('shop:noted', { version: 1, schema: z.unknown() }), 1);
    await nextTask();
    expect(seen).toEqual([1]);
    expect(validate).not.toHaveBeenCalled();
  });
});
