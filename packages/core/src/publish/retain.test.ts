import { describe, expect, it } from 'vitest';
import * as z from 'zod';
import { type BusError, createBus, createHub, defineEvent, type Retain } from '../index.ts';

const schema = z.object({ id: z.string(), total: z.number() });
type Cart = z.infer<typeof schema>;

/** A bus that retains by a key, what went wrong in it, and what a late subscriber is given. */
function retaining(retain: Retain<Cart>) {
  const contract = defineEvent('cart:changed', { version: 1, schema, retain });
  const errors: BusError[] = [];
  const bus = createBus({ source: 'cart', hub: createHub(), onError: (error) => errors.push(error) });
  const heard: number[] = [];
  bus.on(contract, ({ data }) => heard.push(data.total), { delivery: 'sync' });
  const late = (): number[] => {
    const replayed: number[] = [];
    bus.on(contract, ({ data }) => replayed.push(data.total), { delivery: 'sync' })();
    return replayed;
  };
  return { emit: (id: string, total: number) => bus.emit(contract, { id, total }), errors, heard, late };
}

describe('a contract that retains by key', () => {
  it('keeps the last of each key', () => {
    const { emit, late } = retaining({ last: 2, by: ({ id }) => id });
    for (const [id, total] of [
      ['a', 1],
      ['b', 2],
      ['a', 3],
      ['a', 4],
    ] as const)
      emit(id, total);
    expect(late()).toEqual([2, 3, 4]);
  });

  it('tells numbers from texts', () => {
    const { emit, late } = retaining({ last: 1, by: ({ id, total }) => (id === 'number' ? 1 : String(total)) });
    emit('number', 5);
    emit('text', 1);
    expect(late()).toEqual([5, 1]);
  });

  it('shows `by` the published payload, frozen', () => {
    const shown: unknown[] = [];
    const { emit } = retaining({ last: 1, by: (cart) => String(shown.push(cart)) });
    const { data } = emit('a', 1);
    expect(shown).toEqual([data]);
    expect(Object.isFrozen(shown[0])).toBe(true);
  });
});

describe('an event whose key cannot be told', () => {
  const failed = (code: string): unknown =>
    expect.objectContaining({ code, details: { callback: 'retain.by', type: 'cart:changed', source: 'cart' } });

  it.each<[string, () => unknown, string]>([
    ['throws', fail, 'callback-failed'],
    ['answers with a promise', async () => 'a', 'async-callback'],
    ['answers with a promise that fails', async () => fail(), 'async-callback'],
    ['answers with no key', () => ({ id: 'a' }), 'callback-failed'],
    ['answers nothing', () => undefined, 'callback-failed'],
  ])('is delivered but not kept, and onError is told, if `by` %s', (_what, by, code) => {
    const { emit, errors, heard, late } = retaining({ last: 1, by: by as () => string });
    expect(() => emit('a', 7)).not.toThrow();
    expect(heard).toEqual([7]);
    expect(late()).toEqual([]);
    expect(errors).toEqual([failed(code)]);
  });

  it('does not push out what is kept', () => {
    const { emit, late } = retaining({ last: 1, by: ({ id }) => (id === 'bad' ? fail() : id) });
    emit('a', 1);
    emit('bad', 2);
    expect(late()).toEqual([1]);
  });
});

describe('an event that is the tombstone of its key', () => {
  const retain = { last: 2, by: ({ id }: Cart) => id, tombstone: ({ total }: Cart) => total < 0 };

  it('is delivered, and lets go of what was kept of the key, itself included', () => {
    const { emit, heard, late } = retaining(retain);
    for (const [id, total] of [
      ['a', 1],
      ['b', 2],
      ['a', 3],
      ['a', -1],
    ] as const)
      emit(id, total);
    expect(heard).toEqual([1, 2, 3, -1]);
    expect(late()).toEqual([2]);
  });

  it('is followed by what is emitted of the key later', () => {
    const { emit, late } = retaining(retain);
    for (const total of [1, -1, 2]) emit('a', total);
    expect(late()).toEqual([2]);
  });

  it('is kept like any other where `tombstone` throws, and onError is told', () => {
    const { emit, errors, late } = retaining({ ...retain, tombstone: fail });
    emit('a', -1);
    expect(late()).toEqual([-1]);
    expect(errors).toMatchObject([{ code: 'callback-failed', details: { callback: 'retain.tombstone' } }]);
  });
});

function fail(): never {
  throw new Error('no key');
}
