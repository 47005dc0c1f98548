import { type Bus, createBus, createHub, defineEvents } from '@busbar/core';
import { createPinia, defineStore, type Pinia } from 'pinia';
import { beforeEach, expect, test, vi } from 'vitest';
import { createApp } from 'vue';
import * as z from 'zod';
import { emitBeside } from '../emit-beside.ts';
import { piniaStores } from './pinia-stores.ts';

const useCart = defineStore('cart', {
  state: () => ({ skus: [] as string[] }),
  actions: {
    add(sku: string) {
      this.skus.push(sku);
    },
    async addLater(sku: string) {
      await Promise.resolve();
      this.skus.push(sku);
    },
    refuse() {
      throw new Error('closed');
    },
  },
});

const useNote = defineStore('note', { state: () => ({ text: '' }) });

const cart = defineEvents('cart', { itemAdded: { version: 1, schema: z.object({ sku: z.string() }) } });

type Whole = { cart: { skus: string[] }; note: { text: string } };

let pinia: Pinia;
let bus: Bus;

beforeEach(() => {
  pinia = createPinia();
  createApp({}).use(pinia);
  bus = createBus({ source: 'store', hub: createHub() });
});

test('the state of all stores is that of each by its id', () => {
  const stores = piniaStores<Whole>(pinia);
  useCart(pinia).add('lamp');
  useNote(pinia).text = 'ring twice';
  expect(stores.getState()).toEqual({ cart: { skus: ['lamp'] }, note: { text: 'ring twice' } });
});

test('actions of all stores are told in their order, with the states of all around them', () => {
  const stores = piniaStores<Whole>(pinia);
  const told = vi.fn();
  stores.actions(({ type }, states) => told(type, states));
  useNote(pinia).text = 'ring twice';
  useCart(pinia).add('lamp');
  expect(told.mock.calls).toEqual([
    ['note/$direct', { before: { note: { text: '' } }, after: { note: { text: 'ring twice' } } }],
    [
      'cart/add',
      {
        before: { cart: { skus: [] }, note: { text: 'ring twice' } },
        after: { cart: { skus: ['lamp'] }, note: { text: 'ring twice' } },
      },
    ],
  ]);
});

test('a store that is made later belongs to them, and is a change', () => {
  const stores = piniaStores<Whole>(pinia);
  const changed = vi.fn();
  stores.subscribe(changed);
  const before = stores.getState();
  useCart(pinia);
  expect(changed).toHaveBeenCalledOnce();
  expect(stores.getState()).not.toBe(before);
  expect(stores.getState()).toBe(stores.getState());
});

test('who has ended hears nothing more', () => {
  const stores = piniaStores<Whole>(pinia);
  const told = vi.fn();
  const ends = [stores.subscribe(told), stores.actions(told)];
  const store = useCart(pinia);
  for (const end of ends) end();
  told.mockClear();
  store.add('lamp');
  expect(told).not.toHaveBeenCalled();
});

test('events are emitted beside actions that are done, and none beside one that fails', async () => {
  const stores = piniaStores<Whole>(pinia);
  const emitted: unknown[] = [];
  bus.on(cart.itemAdded, ({ data }) => void emitted.push(data.sku), { delivery: 'sync' });
  const beside = { event: cart.itemAdded, data: ({ payload }: { payload?: unknown }) => ({ sku: payload as string }) };
  emitBeside(stores, bus, { 'cart/add': beside, 'cart/addLater': beside, 'cart/refuse': beside });
  const store = useCart(pinia);
  const later = store.addLater('kettle');
  store.add('lamp');
  expect(() => store.refuse()).toThrow('closed');
  await later;
  expect(emitted).toEqual(['lamp', 'kettle']);
});
