import '@angular/compiler';
import { type EnvironmentProviders, provideZonelessChangeDetection } from '@angular/core';
import { createApplication } from '@angular/platform-browser';
import { type Bus, createBus, createHub, defineEvents } from '@busbar/core';
import { type ActionReducer, createAction, createReducer, on, props, provideState, provideStore, Store } from '@ngrx/store';
import { afterEach, beforeEach, expect, test, vi } from 'vitest';
import * as z from 'zod';
import { emitBeside } from '../emit-beside.ts';
import { removedSlice } from '../removed-slice.ts';
import { ngrxStore } from './ngrx-store.ts';

const addItem = createAction('[Cart] Add Item', props<{ sku: string }>());
const clear = createAction('[Cart] Clear');
const signOut = createAction('[Account] Sign Out');
const setNote = createAction('[Note] Set', (text: string) => ({ payload: text }));

type Cart = readonly string[];

const cartReducer = createReducer<Cart>(
  [],
  on(addItem, (cart, { sku }) => [...cart, sku]),
  on(clear, () => []),
);
const noteReducer = createReducer(
  '',
  on(setNote, (_, { payload }) => payload),
);

const events = defineEvents('cart', { itemAdded: { version: 1, schema: z.object({ sku: z.string() }) } });

let ends: (() => void)[];
let bus: Bus;

beforeEach(() => {
  ends = [];
  bus = createBus({ source: 'store', hub: createHub() });
});

afterEach(() => {
  for (const end of ends) end();
});

async function start(...providers: EnvironmentProviders[]) {
  const application = await createApplication({ providers: [provideZonelessChangeDetection(), ...providers] });
  ends.push(() => application.destroy());
  const { injector } = application;
  return {
    store: injector.get<Store<{ cart: Cart; note?: string }>>(Store),
    port: ngrxStore<{ cart: Cart }>(injector),
    injector,
  };
}

test('actions are told with what they hold as payload, and with the states around them', async () => {
  const { store, port } = await start(provideStore({ cart: cartReducer }));
  const told = vi.fn();
  port.actions(told);
  store.dispatch(addItem({ sku: 'lamp' }));
  const states = { before: { cart: [] }, after: { cart: ['lamp'] } };
  expect(told.mock.calls).toEqual([[{ type: '[Cart] Add Item', sku: 'lamp', payload: { sku: 'lamp' } }, states]]);
});

test('an action that changes nothing is told and is no change of the state', async () => {
  const { store, port } = await start(provideStore({ cart: cartReducer }));
  const told = vi.fn();
  const changed = vi.fn();
  port.actions(told);
  port.subscribe(changed);
  store.dispatch(signOut());
  expect(told).toHaveBeenCalledExactlyOnceWith({ type: '[Account] Sign Out' }, { before: { cart: [] }, after: { cart: [] } });
  expect(changed).not.toHaveBeenCalled();
  store.dispatch(addItem({ sku: 'lamp' }));
  expect(changed).toHaveBeenCalledOnce();
});

test('what a meta-reducer makes of an action is what is told', async () => {
  const forgetting =
    (reducer: ActionReducer<{ cart: Cart }>): ActionReducer<{ cart: Cart }> =>
    (state, action) =>
      reducer(action.type === signOut.type ? undefined : state, action);
  const { store, port } = await start(provideStore({ cart: cartReducer }, { metaReducers: [forgetting] }));
  store.dispatch(addItem({ sku: 'lamp' }));
  const told = vi.fn();
  port.actions((_, states) => told(states));
  store.dispatch(signOut());
  expect(told).toHaveBeenCalledWith({ before: { cart: ['lamp'] }, after: { cart: [] } });
});

test('an action that a subscriber dispatches comes after the one that it answers', async () => {
  const { store, port } = await start(provideStore({ cart: cartReducer }));
  const told: unknown[] = [];
  store.subscribe(({ cart }) => cart.length > 1 && store.dispatch(clear()));
  port.actions(({ type }, { before, after }) => void told.push([type, before.cart.length, after.cart.length]));
  store.dispatch(addItem({ sku: 'lamp' }));
  store.dispatch(addItem({ sku: 'kettle' }));
  expect(told).toEqual([
    ['[Cart] Add Item', 0, 1],
    ['[Cart] Add Item', 1, 2],
    ['[Cart] Clear', 2, 0],
  ]);
});

test('a slice that is registered later is a change, and its actions are told', async () => {
  const { store, port } = await start(provideStore({ cart: cartReducer }));
  const told = vi.fn();
  const changed = vi.fn();
  port.actions(({ type, payload }, states) => told(type, payload, states));
  port.subscribe(changed);
  store.addReducer('note', noteReducer);
  expect(changed).toHaveBeenCalledOnce();
  expect(told).not.toHaveBeenCalled();
  store.dispatch(setNote('ring twice'));
  const states = { before: { cart: [], note: '' }, after: { cart: [], note: 'ring twice' } };
  expect(told.mock.calls).toEqual([['[Note] Set', 'ring twice', states]]);
});

test('slices of provideState belong to the state', async () => {
  const { port } = await start(provideStore({ cart: cartReducer }), provideState('note', noteReducer));
  expect(port.getState()).toEqual({ cart: [], note: '' });
});

test('events are emitted beside actions, and a refused one does not hurt the store', async () => {
  const { store, port } = await start(provideStore({ cart: cartReducer }));
  const onError = vi.fn();
  const emitted: unknown[] = [];
  bus.on(events.itemAdded, ({ data }) => void emitted.push(data), { delivery: 'sync' });
  emitBeside(port, bus, { [addItem.type]: events.itemAdded, [clear.type]: events.itemAdded }, { onError });
  store.dispatch(addItem({ sku: 'lamp' }));
  store.dispatch(clear());
  expect(emitted).toEqual([{ sku: 'lamp' }]);
  expect(onError).toHaveBeenCalledExactlyOnceWith(expect.objectContaining({ code: 'action-not-emitted' }));
  expect(port.getState()).toEqual({ cart: [] });
});

test('where a slice was, a removed one tells who still uses it, and nothing of what NgRx checks', async () => {
  const uses: string[] = [];
  const gone = removedSlice('cart', { onUse: ({ details }) => void uses.push(`${details.use} ${details.what}`) });
  const { store, port } = await start(provideStore({ cart: () => gone.state as Cart, note: noteReducer }));
  gone.watch(port, [addItem.type]);
  store.dispatch(setNote('ring twice'));
  expect(uses).toEqual([]);
  store.dispatch(addItem({ sku: 'lamp' }));
  store.select(({ cart }) => cart.length).subscribe();
  expect(uses).toEqual(['dispatch [Cart] Add Item', 'read length']);
});

test('who has ended hears nothing more, and the last state stays when the application is gone', async () => {
  const { store, port } = await start(provideStore({ cart: cartReducer }));
  const told = vi.fn();
  const stops = [port.actions(told), port.subscribe(told)];
  for (const stop of stops) stop();
  store.dispatch(addItem({ sku: 'lamp' }));
  expect(told).not.toHaveBeenCalled();
  ends.pop()!();
  expect(port.getState()).toEqual({ cart: ['lamp'] });
});
