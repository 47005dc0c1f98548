import { describe, expect, it, vi } from 'vitest';
import * as z from 'zod';
import { type CloningStore, createStore } from './dead-letter-store.test.fixture.ts';
import { type Bus, type BusError, createBus, createHub, type DeadLetterStore, defineEvent, keepDeadLetters } from './index.ts';

const pinged = defineEvent('test:pinged', { version: 1, schema: z.number() });
const failure = new Error('disk full');

/** A bus whose letters are kept in a store with such functions, and what it was told. */
function keepIn(broken: Partial<DeadLetterStore>, store: CloningStore = createStore()) {
  const errors: BusError[] = [];
  const bus = createBus({ source: 'test', hub: createHub(), onError: (error) => errors.push(error) });
  keepDeadLetters(bus, { ...store, ...broken });
  return { bus, errors, store };
}

function emitInvalid(bus: Bus, ...texts: string[]): void {
  for (const text of texts) expect(() => bus.emit(pinged, text as never)).toThrow();
}

const fail = (): never => {
  throw failure;
};
const reject = (): Promise<never> => Promise.reject(failure);

describe.each([
  ['throws', fail],
  ['rejects', reject],
])('a store that %s', (_how, broken) => {
  it('at load is told to onError, and letters are put all the same', async () => {
    const { bus, errors, store } = keepIn({ load: broken });
    emitInvalid(bus, 'one');
    await vi.waitFor(() => expect(errors).toHaveLength(1));
    const details = { action: 'load', source: 'test' };
    expect(errors).toMatchObject([{ code: 'store-failed', details, cause: failure }]);
    expect(store.held.size).toBe(1);
  });

  it('at put is told to onError, and the letters stay in the list', async () => {
    const { bus, errors } = keepIn({ put: broken });
    emitInvalid(bus, 'one', 'two');
    await vi.waitFor(() => expect(errors).toHaveLength(2));
    expect(errors).toMatchObject([1, 2].map(() => ({ code: 'store-failed', details: { action: 'put' }, cause: failure })));
    expect(bus.deadLetters.list()).toHaveLength(2);
  });

  it('at delete is told to onError, and the letter is gone from the list', async () => {
    const { bus, errors } = keepIn({ delete: broken });
    emitInvalid(bus, 'one');
    expect(bus.deadLetters.discard(() => true)).toBe(1);
    await vi.waitFor(() => expect(errors).toMatchObject([{ code: 'store-failed', details: { action: 'delete' } }]));
    expect(bus.deadLetters.list()).toEqual([]);
  });
});

describe('a store that fails once', () => {
  it('is asked again for the next letter', () => {
    const store = createStore();
    let isBroken = true;
    const { bus } = keepIn({ put: (letter) => (isBroken ? fail() : store.put(letter)) }, store);
    emitInvalid(bus, 'one');
    isBroken = false;
    emitInvalid(bus, 'two');
    expect([...store.held.values()]).toMatchObject([{ event: { data: 'two' } }]);
    expect(bus.deadLetters.list()).toHaveLength(2);
  });
});

describe('a store with something else than letters in it', () => {
  it.each<[string, unknown]>([
    ['nothing', undefined],
    ['a text', 'letter'],
    ['a letter without an event', { id: 'a', reason: 'failed' }],
    ['a letter without an id', { reason: 'failed', event: { id: '1', type: 'test:pinged', source: 'test' } }],
    ['a class instance', new Date()],
    ['a key that attacks', JSON.parse('{"id":"a","reason":"failed","__proto__":{"admin":true}}')],
  ])('brings back the rest, and tells onError: %s', (_what, rubbish) => {
    const earlier = keepIn({});
    emitInvalid(earlier.bus, 'one');
    const letters = [rubbish as never, ...earlier.store.load()];
    const { bus, errors } = keepIn({ load: () => letters });
    expect(bus.deadLetters.list()).toMatchObject([{ event: { data: 'one' } }]);
    expect(errors).toMatchObject([{ code: 'store-failed', details: { action: 'load' } }]);
  });

  it.each([undefined, null, {}, 5])('tells onError where it answers %j instead of a list', (answer) => {
    const { bus, errors } = keepIn({ load: () => answer as never });
    expect(errors).toMatchObject([{ code: 'store-failed', details: { action: 'load' } }]);
    expect(bus.deadLetters.list()).toEqual([]);
  });
});
