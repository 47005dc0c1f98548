import { type BusEvent, defineEvent, isBusError } from '@busbar/core';
import { describe, expect, it } from 'vitest';
import * as z from 'zod';
import { defineProjection } from './define-projection.ts';
import { fold } from './fold.ts';
import { amounts, orders, page } from './orders.test.fixture.ts';

const bus = page();
const placed = (order: string, amount: number): BusEvent => bus.emit(orders.placed, { order, amount });

describe('fold', () => {
  it('makes the state of events, and goes on from one that it is given', () => {
    const state = fold(amounts, [placed('A', 1), placed('B', 2), bus.emit(orders.cancelled, { order: 'A' })]);
    expect(state).toEqual({ A: 0, B: 2 });
    expect(fold(amounts, [placed('B', 3)], state)).toEqual({ A: 0, B: 5 });
  });

  it('passes over events of other contracts', () => {
    const other = bus.emit(defineEvent('stock:counted', { version: 1, schema: z.number() }), 3);
    expect(fold(amounts, [other, placed('A', 1)])).toEqual({ A: 1 });
  });

  it('throws what a fold throws', () => {
    expect(() => fold(amounts, [placed('A', -1)])).toThrow(RangeError);
  });

  it('casts events of older versions to that of the contract', () => {
    const old = defineEvent('items:added', { version: 1, schema: z.object({ cents: z.number() }) });
    const added = defineEvent('items:added', {
      version: 2,
      schema: z.object({ euros: z.number() }),
      upcast: { 1: ({ cents }) => ({ euros: cents / 100 }) },
    });
    const sum = defineProjection('sum', {
      initial: 0,
      contracts: [added],
      on: { 'items:added': (state, { data }) => state + data.euros },
    });
    expect(fold(sum, [bus.emit(old, { cents: 250 })])).toBe(2.5);
    const rubbish = { ...bus.emit(old, { cents: 1 }), data: {} };
    expect(() => fold(sum, [rubbish])).toThrow(expect.toSatisfy((error) => isBusError(error, 'cast-failed')));
  });

  it('refuses a fold that answers with a promise', () => {
    const late = defineProjection('late', {
      initial: 0,
      contracts: [orders.placed],
      on: { 'orders:placed': async () => 1 } as never,
    });
    expect(() => fold(late, [placed('A', 1)])).toThrow(expect.toSatisfy((error) => isBusError(error, 'async-callback')));
  });

  it('freezes states, so that a fold which changes one in place fails at once', () => {
    const list = defineProjection('list', {
      initial: { rows: [] as number[] },
      contracts: [orders.placed],
      on: { 'orders:placed': (state, { data }) => ({ rows: state.rows.splice(0, 0, data.amount) }) },
    });
    expect(() => fold(list, [placed('A', 1)])).toThrow(TypeError);
    expect(Object.isFrozen(fold(amounts, [placed('A', 1)]))).toBe(true);
  });

  it('freezes Maps and Sets as well, and what they hold', () => {
    const change = (state: ReadonlyMap<string, Set<number>>, { data }: { data: { order: string } }) => {
      (state as Map<string, Set<number>>).get(data.order)?.add(1);
      return (state as Map<string, Set<number>>).set(data.order, new Set());
    };
    const initial = new Map([['A', new Set([0])]]);
    const sets = defineProjection('sets', { initial, contracts: [orders.placed], on: { 'orders:placed': change as never } });
    for (const order of ['A', 'B']) expect(() => fold(sets, [placed(order, 1)])).toThrow('make a new Map or Set');
    expect(initial).toEqual(new Map([['A', new Set([0])]]));
    expect(new Map(initial).set('B', new Set()).size).toBe(2);
  });
});
