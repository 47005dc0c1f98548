import { type BusEvent, isBusError } from '@busbar/core';
import { describe, expect, it, vi } from 'vitest';
import { defineProjection } from './define-projection.ts';
import { type Amounts, amounts, delivered, orders, page } from './orders.test.fixture.ts';
import { project } from './project.ts';

const one: BusEvent = page().emit(orders.placed, { order: 'A', amount: 1 });
const two: BusEvent = page().emit(orders.placed, { order: 'B', amount: 2 });
const three: BusEvent = page().emit(orders.placed, { order: 'A', amount: 3 });

const count = defineProjection('amounts', {
  version: 3,
  initial: { orders: 0 },
  contracts: [orders.placed],
  on: { 'orders:placed': (state) => ({ orders: state.orders + 1 }) },
  migrate: { 1: (state: Amounts) => Object.keys(state).length, 2: (orders: number) => ({ orders }) },
});

async function snapshotOf(...events: BusEvent[]) {
  const state = project(page(), amounts, { history: events });
  await state.ready;
  return JSON.parse(JSON.stringify(state.snapshot()));
}

describe('A projection that begins with a snapshot', () => {
  it('goes on where that was taken, with a history of everything as well as with the rest', async () => {
    const snapshot = await snapshotOf(one, two);
    expect(snapshot).toMatchObject({ name: 'amounts', version: 1, state: { A: 1, B: 2 }, position: { id: two.id } });
    for (const history of [[one, two, three], [three]]) {
      const state = project(page(), amounts, { snapshot, history });
      expect(state.get()).toEqual({ A: 1, B: 2 });
      await state.ready;
      expect(state.get()).toEqual({ A: 4, B: 2 });
    }
  });

  it('tells a history that is a function where it was taken', async () => {
    const history = vi.fn(() => [three]);
    const snapshot = await snapshotOf(one, two);
    await project(page(), amounts, { snapshot, history }).ready;
    expect(history).toHaveBeenCalledExactlyOnceWith(expect.objectContaining({ id: two.id, time: two.time }));
  });

  it('folds of what the same page retains only what came after it', async () => {
    const bus = page();
    const first = project(bus, amounts);
    bus.emit(orders.placed, { order: 'A', amount: 1 });
    await delivered(bus);
    const snapshot = first.snapshot();
    bus.emit(orders.placed, { order: 'A', amount: 2 });
    expect(project(bus, amounts, { snapshot }).get()).toEqual({ A: 3 });
  });

  it('migrates one of an older version, step by step', async () => {
    const state = project(page(), count, { snapshot: await snapshotOf(one, two) });
    expect(state.get()).toEqual({ orders: 2 });
    expect(state.snapshot()).toMatchObject({ version: 3 });
  });

  it('is rebuilt from its history without one that does not fit', async () => {
    const snapshot = { ...(await snapshotOf(one, two)), version: 9 };
    const state = project(page(), amounts, { snapshot, history: [one, two, three] });
    await state.ready;
    expect(state.get()).toEqual({ A: 4, B: 2 });
  });

  it.each([
    ['of another projection', { name: 'others' }],
    ['of a newer version', { version: 4 }],
    ['whose migration is missing', { version: 0 }],
    ['whose migration fails', { state: null }],
    ['that is none', { keys: undefined }],
  ])('refuses one %s where it has no history', async (_, wrong) => {
    const snapshot = { ...(await snapshotOf(one)), ...wrong };
    expect(() => project(page(), count, { snapshot })).toThrow(
      expect.toSatisfy((error) => isBusError(error, 'snapshot-refused')),
    );
  });

  it('refuses one whose migration answers with a promise', async () => {
    const late = { ...count, version: 2, migrate: { 1: async (state: unknown) => state } };
    const snapshot = await snapshotOf(one);
    expect(() => project(page(), late, { snapshot })).toThrow('migrate[1] failed');
  });
});
