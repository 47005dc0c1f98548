import { type BusError, type BusEvent, createBus } from '@busbar/core';
import type { PayloadAction } from '@reduxjs/toolkit';
import { afterEach, describe, expect, it, vi } from 'vitest';
import { createActionFeed } from './action-feed.ts';
import { emitBeside } from './emit-beside.ts';
import { addLine, besideMap, cart, createCartShop, type Line, removeLine, setQuantity } from './redux/cart-shop.test.fixture.ts';

afterEach(() => void vi.unstubAllGlobals());

function createShop() {
  const shop = createCartShop();
  const heard: [string, unknown][] = [];
  const failed: BusError<'action-not-emitted'>[] = [];
  shop.bus.on('cart:*', ({ type, data }) => void heard.push([type, data]));
  return { ...shop, heard, failed, onError: (error: (typeof failed)[number]) => void failed.push(error) };
}
const deliveries = () => new Promise((done) => setTimeout(done));

describe('emitBeside', () => {
  it('emits an event for each action that the map names, and for no other', async () => {
    const { store, port, bus, heard } = createShop();
    emitBeside(port, bus, { [addLine.type]: cart.lineAdded });
    store.dispatch(addLine({ sku: 'A-1', quantity: 2 }));
    store.dispatch(removeLine('A-1'));
    await deliveries();
    expect(heard).toEqual([['cart:lineAdded', { sku: 'A-1', quantity: 2 }]]);
  });

  it('makes payloads of the action and the states around it, or no event', async () => {
    const { store, port, bus, heard } = createShop();
    emitBeside(port, bus, {
      [setQuantity.type]: {
        event: cart.quantityChanged,
        data: ({ payload }: PayloadAction<Line>, { before, after }) =>
          before.cart === after.cart ? undefined : { ...payload, quantity: after.cart.entities[payload.sku]!.quantity * 10 },
      },
    });
    store.dispatch(setQuantity({ sku: 'A-1', quantity: 2 }));
    store.dispatch(addLine({ sku: 'A-1', quantity: 1 }));
    store.dispatch(setQuantity({ sku: 'A-1', quantity: 2 }));
    await deliveries();
    expect(heard).toEqual([['cart:quantityChanged', { sku: 'A-1', quantity: 20 }]]);
  });

  it('takes the fields of actions that have no payload', async () => {
    const { bus, heard } = createShop();
    const feed = createActionFeed<object>();
    emitBeside({ getState: () => ({}), subscribe: () => () => {}, actions: feed.listen }, bus, { ADD: cart.lineAdded });
    feed.tell({ type: 'ADD', sku: 'A-1', quantity: 1 } as never, { before: {}, after: {} });
    await deliveries();
    expect(heard).toEqual([['cart:lineAdded', { sku: 'A-1', quantity: 1 }]]);
  });

  it('emits after the store has taken the action, and runs no handler before the dispatch returns', async () => {
    const { store, port, bus } = createShop();
    const seen: string[] = [];
    port.actions(() => seen.push(`taken ${store.getState().cart.ids.length}`));
    emitBeside(port, bus, besideMap);
    bus.on(cart.lineAdded, () => void seen.push('handled'));
    store.dispatch(addLine({ sku: 'A-1', quantity: 1 }));
    seen.push('dispatched');
    await deliveries();
    expect(seen).toEqual(['taken 1', 'dispatched', 'handled']);
  });

  it.each(['microtask', 'sync'] as const)('names the event as the cause where a %s handler dispatches', async (delivery) => {
    const { store, port, bus } = createShop();
    const events: BusEvent[] = [];
    emitBeside(port, bus, besideMap);
    bus.on(cart.lineAdded, ({ data }) => void store.dispatch(removeLine(data.sku)), { delivery });
    bus.on('cart:*', (event) => void events.push(event));
    store.dispatch(addLine({ sku: 'A-1', quantity: 1 }));
    await deliveries();
    expect(events.map(({ type }) => type)).toEqual(['cart:lineAdded', 'cart:lineRemoved']);
    expect(events[1]?.causationid).toBe(events[0]?.id);
  });

  it.each([
    ['breaks the contract', { sku: 7, quantity: 1 }, 'invalid-payload'],
    ['holds a function', { sku: 'A-1', quantity: 1, done() {} }, 'payload-function'],
    ['holds a class instance', { sku: 'A-1', quantity: 1, at: new Date() }, 'payload-class-instance'],
  ])('tells of a payload that %s, and leaves the store alone: action-not-emitted', (_, payload, code) => {
    // Redux Toolkit writes to the console what it finds in such actions.
    vi.spyOn(console, 'error').mockReturnValue();
    const { store, port, bus, failed, onError } = createShop();
    emitBeside(port, bus, besideMap, { onError });
    store.dispatch({ type: addLine.type, payload });
    expect(store.getState().cart.ids).toHaveLength(1);
    expect(failed[0]).toMatchObject({
      code: 'action-not-emitted',
      details: { action: 'cart/addLine', type: 'cart:lineAdded', source: 'cart' },
      cause: { code },
    });
    expect(bus.deadLetters.list()).toHaveLength(1);
  });

  it('tells of cycles, which plain stores take', () => {
    const { bus, failed, onError } = createShop();
    const feed = createActionFeed<object>();
    const line: Record<string, unknown> = { sku: 'A-1', quantity: 1 };
    line['self'] = line;
    emitBeside(
      { getState: () => ({}), subscribe: () => () => {}, actions: feed.listen },
      bus,
      { add: cart.lineAdded },
      { onError },
    );
    feed.tell({ type: 'add', payload: line }, { before: {}, after: {} });
    expect(failed[0]).toMatchObject({ cause: { code: 'payload-cycle' } });
  });

  it('tells of a `data` that throws, and goes on with the next action', async () => {
    const { store, port, bus, heard, failed, onError } = createShop();
    const data = ({ payload }: PayloadAction<Line>) => (payload.quantity > 1 ? payload : missing(payload.sku));
    emitBeside(port, bus, { [addLine.type]: { event: cart.lineAdded, data } }, { onError });
    store.dispatch(addLine({ sku: 'A-1', quantity: 1 }));
    store.dispatch(addLine({ sku: 'A-2', quantity: 2 }));
    await deliveries();
    expect(failed.map(({ cause }) => cause)).toEqual([new Error('No price of A-1.')]);
    expect(heard).toEqual([['cart:lineAdded', { sku: 'A-2', quantity: 2 }]]);
  });

  it('reports the first failure of each action and each reason to the `onError` of the bus by default', () => {
    const reported = vi.fn();
    const { store, port } = createShop();
    emitBeside(port, createBus({ source: 'cart', onError: reported }), besideMap);
    for (const sku of [7, 8, 9] as unknown as string[]) store.dispatch(addLine({ sku, quantity: 1 }));
    store.dispatch(setQuantity({ sku: 7 as unknown as string, quantity: 1 }));
    expect(reported.mock.calls.map(([{ message }]) => message.split(':', 1)[0])).toEqual([
      'The action "cart/addLine" was taken by the store, but "cart" did not emit "cart',
      'The action "cart/setQuantity" was taken by the store, but "cart" did not emit "cart',
    ]);
  });

  it.each(['stop', 'signal', 'bus'])('ends by its %s', async (way) => {
    const { store, port, bus, failed, onError } = createShop();
    const controller = new AbortController();
    const stop = emitBeside(port, bus, besideMap, { onError, signal: controller.signal });
    if (way === 'stop') stop();
    if (way === 'signal') controller.abort();
    if (way === 'bus') bus.dispose();
    store.dispatch(addLine({ sku: 'A-1', quantity: 1 }));
    expect({ emitted: way === 'bus' ? 0 : bus.metrics().emitted, failed }).toEqual({ emitted: 0, failed: [] });
  });

  it('serves a module that a hot reload runs again, if the old one stops what it began', async () => {
    const { store, port, bus, heard } = createShop();
    const stopOld = emitBeside(port, bus, besideMap);
    stopOld();
    emitBeside(port, bus, besideMap);
    store.dispatch(addLine({ sku: 'A-1', quantity: 1 }));
    await deliveries();
    expect(heard).toHaveLength(1);
  });

  it.each([undefined, null, 'cart:lineAdded', { data: () => 1 }])('refuses the entry %s, which names no contract', (entry) => {
    const { port, bus } = createShop();
    expect(() => emitBeside(port, bus, { 'cart/addLine': entry } as never)).toThrow(
      expect.objectContaining({ code: 'invalid-option', details: expect.objectContaining({ option: "map['cart/addLine']" }) }),
    );
  });

  it('tells of what a scope may not emit', () => {
    const { store, port, failed, onError } = createShop();
    const bus = createBus({ source: 'cart', publish: ['orders:*'], onError: () => {} });
    emitBeside(port, bus, besideMap, { onError });
    store.dispatch(addLine({ sku: 'A-1', quantity: 1 }));
    expect(failed[0]).toMatchObject({ cause: { code: 'forbidden' } });
  });
});

function missing(sku: string): never {
  throw new Error(`No price of ${sku}.`);
}
