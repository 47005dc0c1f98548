import { isBusError } from '@busbar/core';
import { afterEach, beforeEach, describe, expect, it, vi } from 'vitest';
import { createActionFeed } from '../action-feed.ts';
import { emitBeside } from '../emit-beside.ts';
import {
  addLine,
  addQuietly,
  besideMap,
  type CartState,
  cart,
  cartReducer,
  createCartShop,
  foldLine,
  foldLines,
  type LinesBySku,
  removeLine,
  setQuantity,
} from '../redux/cart-shop.test.fixture.ts';
import { stranglerEvents } from '../strangler-events.ts';
import { type CompareOptions, compareWithStore } from './compare-with-store.ts';
import type { Difference } from './difference.ts';

beforeEach(() => void vi.useFakeTimers());
afterEach(() => void vi.useRealTimers());

type Fold = typeof foldLine;
type Options = Partial<CompareOptions<CartState, LinesBySku>>;

const pass = (milliseconds = 200) => vi.advanceTimersByTimeAsync(milliseconds);
/** A fold with a mistake: it has not heard of changed quantities. */
const deaf: Fold = (lines, type, data) => (type === 'cart:quantityChanged' ? lines : foldLine(lines, type, data));

function compareCart(fold?: Fold, options: Options = {}) {
  const shop = createCartShop();
  const differences: Difference<LinesBySku>[] = [];
  const readable = foldLines(shop.bus, fold);
  const start = (more: Options = {}) =>
    compareWithStore(shop.bus, {
      name: 'cart',
      store: shop.port,
      select: (state: CartState) => state.cart.entities,
      readable,
      events: 'cart:*',
      onDifference: (difference) => void differences.push(difference),
      ...options,
      ...more,
    });
  const stopEmitting = emitBeside(shop.port, shop.bus, besideMap);
  return { ...shop, start, comparison: start(), differences, stopEmitting };
}

describe('compareWithStore', () => {
  it('finds a store and what is folded from its events to agree', async () => {
    const { store, comparison, differences } = compareCart();
    store.dispatch(addLine({ sku: 'A-1', quantity: 2 }));
    await pass();
    store.dispatch(setQuantity({ sku: 'A-1', quantity: 3 }));
    await pass();
    expect(differences).toEqual([]);
    expect(comparison.summary.get()).toMatchObject({ agreements: 2, differences: 0, share: 1, actions: 2, events: 2 });
  });

  it('tells a difference with its place, both values, and the actions and events since both agreed', async () => {
    const { store, differences } = compareCart(deaf);
    store.dispatch(addLine({ sku: 'A-1', quantity: 2 }));
    await pass();
    store.dispatch(setQuantity({ sku: 'A-1', quantity: 3 }));
    await pass();
    expect(differences).toHaveLength(1);
    expect(differences[0]?.paths).toEqual([{ path: 'A-1.quantity', store: 3, bus: 2 }]);
    expect(differences[0]?.actions.map(({ action }) => action.type)).toEqual(['cart/setQuantity']);
    expect(differences[0]?.events.map(({ type }) => type)).toEqual([cart.quantityChanged.type]);
  });

  it('emits the difference as plain data, whatever the payloads were', async () => {
    // Redux Toolkit writes to the console what it finds in such actions.
    vi.spyOn(console, 'error').mockReturnValue();
    const { store, bus, stopEmitting } = compareCart();
    stopEmitting();
    const told = bus.once(stranglerEvents.differed);
    store.dispatch({ ...addLine({ sku: 'A-1', quantity: 2 }), payload: { sku: 'A-1', quantity: 2, done() {}, at: new Date(0) } });
    await pass();
    expect((await told).data).toMatchObject({
      comparison: 'cart',
      paths: [{ path: 'A-1', store: { sku: 'A-1', quantity: 2, at: '1970-01-01T00:00:00.000Z' }, bus: undefined }],
      actions: [{ type: 'cart/addLine', payload: { done: '[function]' } }],
      events: [],
    });
  });

  it('leaves values and payloads out of the event with `values: false`', async () => {
    const { store, bus } = compareCart(deaf, { values: false });
    const told = bus.once(stranglerEvents.differed);
    store.dispatch(addLine({ sku: 'Ada', quantity: 2 }));
    store.dispatch(setQuantity({ sku: 'Ada', quantity: 3 }));
    await pass();
    const { actions, events, paths } = (await told).data;
    expect(JSON.stringify({ actions, events })).not.toContain('Ada');
    expect(paths).toEqual([{ path: 'Ada.quantity' }]);
  });

  it('tells a place once until both agree again, and each new place', async () => {
    const { store, differences } = compareCart(deaf);
    for (const quantity of [1, 2, 3]) {
      store.dispatch(quantity === 1 ? addLine({ sku: 'A-1', quantity }) : setQuantity({ sku: 'A-1', quantity }));
      await pass();
    }
    expect(differences).toHaveLength(1);
    store.dispatch(removeLine('A-1'));
    await pass();
    store.dispatch(addLine({ sku: 'A-1', quantity: 1 }));
    store.dispatch(setQuantity({ sku: 'A-1', quantity: 2 }));
    await pass();
    expect(differences).toHaveLength(2);
  });

  it('gives no false alarm while events wait for a slow handler', async () => {
    const { store, bus, start, differences } = compareCart();
    const slow = foldLines(bus, foldLine, { delivery: 'task', before: () => new Promise((done) => setTimeout(done, 900)) });
    start({ readable: slow });
    store.dispatch(addLine({ sku: 'A-1', quantity: 2 }));
    store.dispatch(addLine({ sku: 'A-2', quantity: 2 }));
    await pass(3_000);
    expect(slow.get()).toHaveProperty('A-2');
    expect(differences).toEqual([]);
  });

  it('gives no false alarm where a handler is always a little behind a store that never rests', async () => {
    const { store, bus, start, differences } = compareCart();
    const slow = foldLines(bus, foldLine, { overlap: 'parallel', before: () => new Promise((done) => setTimeout(done, 500)) });
    const { summary } = start({ readable: slow, within: 2_000 });
    for (let quantity = 1; quantity <= 200; quantity++) {
      store.dispatch(addLine({ sku: `A-${quantity % 7}`, quantity }));
      await pass(50);
    }
    expect(differences).toEqual([]);
    await pass(1_000);
    const { differing, differences: checks, agreements } = summary.get();
    expect({ differing, checks, hasAgreed: agreements > 0 }).toEqual({ differing: false, checks: 0, hasAgreed: true });
  });

  it('tells a true difference within the given time, though the store never rests', async () => {
    const { store, differences } = compareCart(deaf, { within: 2_000 });
    store.dispatch(addLine({ sku: 'A-1', quantity: 1 }));
    await pass();
    store.dispatch(setQuantity({ sku: 'A-1', quantity: 2 }));
    for (let moment = 0; moment < 2_200; moment += 50) {
      store.dispatch(addLine({ sku: 'A-2', quantity: moment }));
      await pass(50);
    }
    expect(differences).toHaveLength(1);
    expect(differences[0]?.actions[0]?.action.type).toBe('cart/setQuantity');
  });

  it('agrees after batched updates, whose subscribers are told later', async () => {
    const { store, comparison, differences } = compareCart();
    for (let quantity = 0; quantity < 10; quantity++) store.dispatch(addQuietly({ sku: 'A-1', quantity }));
    await pass();
    expect({ told: differences.length, ...comparison.summary.get() }).toMatchObject({ told: 0, agreements: 1, actions: 10 });
  });

  it('goes on when a hot reload replaces the reducer', async () => {
    const { store, differences } = compareCart();
    store.dispatch(addLine({ sku: 'A-1', quantity: 1 }));
    await pass();
    const twice: typeof cartReducer = (state, action) =>
      cartReducer(state, addLine.match(action) ? addLine({ ...action.payload, quantity: 99 }) : action);
    store.replaceReducer(((state: CartState | undefined, action: never) => ({ cart: twice(state?.cart, action) })) as never);
    store.dispatch(addLine({ sku: 'A-2', quantity: 1 }));
    await pass();
    expect(differences.map(({ paths }) => paths[0])).toEqual([{ path: 'A-2.quantity', store: 99, bus: 1 }]);
  });

  it('keeps no more of the trace than its bound, and says how much it let go', async () => {
    const { store, differences } = compareCart(deaf, { traceLimit: 5 });
    for (let quantity = 0; quantity < 23; quantity++) {
      store.dispatch(quantity === 0 ? addLine({ sku: 'A-1', quantity }) : setQuantity({ sku: 'A-1', quantity }));
    }
    await pass();
    const { actions, events, dropped } = differences[0]!;
    expect([actions.length, events.length, dropped]).toEqual([5, 5, { actions: 18, events: 18 }]);
    expect(actions.at(-1)?.action.payload).toEqual({ sku: 'A-1', quantity: 22 });
  });

  it('lets several comparisons run at once', async () => {
    const { store, bus, start, differences } = compareCart();
    start({ name: 'deaf', readable: foldLines(bus, deaf) });
    start({ name: 'count', select: (state) => ({ count: state.cart.ids.length }) as never, compare: () => true });
    store.dispatch(addLine({ sku: 'A-1', quantity: 1 }));
    store.dispatch(setQuantity({ sku: 'A-1', quantity: 2 }));
    await pass();
    expect(differences.map(({ comparison }) => comparison)).toEqual(['deaf']);
  });

  it('asks `compare` where it is given, and tells the whole where only it sees a difference', async () => {
    const { store, differences } = compareCart(undefined, { compare: (own) => Object.keys(own).length < 2 });
    store.dispatch(addLine({ sku: 'A-1', quantity: 1 }));
    await pass();
    store.dispatch(addLine({ sku: 'A-2', quantity: 1 }));
    await pass();
    expect(differences.map(({ paths }) => paths.map(({ path }) => path))).toEqual([['']]);
  });

  it('reports what throws among the functions it was given, once, and goes on', async () => {
    const failed: unknown[] = [];
    const broken = {
      select: (): never => {
        throw new Error('No such slice.');
      },
      onError: (error: unknown) => void failed.push(error),
    };
    const { store, comparison } = compareCart(undefined, broken);
    for (const quantity of [1, 2]) {
      store.dispatch(addLine({ sku: 'A-1', quantity }));
      await pass();
    }
    expect(failed.map((error) => isBusError(error, 'callback-failed') && error.details.callback)).toEqual(['select']);
    expect(comparison.summary.get()).toMatchObject({ agreements: 0, differences: 0 });
  });

  it('reports a difference that it may not emit, and tells `onDifference` all the same', async () => {
    const { store, port, bus } = createCartShop();
    const failed: unknown[] = [];
    let told = 0;
    compareWithStore<CartState, LinesBySku>(bus.scope({ publish: ['cart:*'] }), {
      name: 'cart',
      store: port,
      select: (state) => state.cart.entities,
      readable: foldLines(bus),
      events: 'cart:*',
      onDifference: () => told++,
      onError: (error) => failed.push(error),
    });
    store.dispatch(addLine({ sku: 'A-1', quantity: 1 }));
    await pass();
    expect({ told, failed }).toMatchObject({ told: 1, failed: [{ code: 'forbidden' }] });
  });

  it('stands actions that are dispatched from within the comparison', async () => {
    const { store, start } = compareCart(deaf);
    const told: string[] = [];
    start({
      onDifference({ paths }) {
        told.push(paths[0]!.path);
        store.dispatch(removeLine('A-1'));
      },
    });
    store.dispatch(addLine({ sku: 'A-1', quantity: 1 }));
    store.dispatch(setQuantity({ sku: 'A-1', quantity: 2 }));
    await pass(1_000);
    expect(told).toEqual(['A-1.quantity']);
  });

  it.each(['stop', 'bus', 'signal'])('ends by its %s, and leaves no timer behind', async (way) => {
    const { store, bus, comparison, start } = compareCart(deaf);
    const controller = new AbortController();
    const other = start({ signal: controller.signal });
    store.dispatch(setQuantity({ sku: 'A-1', quantity: 2 }));
    comparison.stop();
    if (way === 'stop') other.stop();
    if (way === 'bus') bus.dispose();
    if (way === 'signal') controller.abort();
    store.dispatch(setQuantity({ sku: 'A-1', quantity: 3 }));
    await vi.advanceTimersByTimeAsync(0);
    expect(vi.getTimerCount()).toBe(0);
    expect(other.summary.get().agreements).toBe(0);
  });

  it('says when it is safe to go on: after so many agreements in a row, and so long', async () => {
    const { store, comparison } = compareCart(undefined, { safeAfter: { agreements: 3, time: 800 } });
    const safe: boolean[] = [];
    comparison.summary.subscribe((summary) => safe.push(summary.safe));
    for (let quantity = 1; quantity <= 6; quantity++) {
      store.dispatch(addLine({ sku: 'A-1', quantity }));
      await pass(250);
    }
    expect(safe).toEqual([false, false, false, true, true, true]);
  });

  it('takes what the store does elsewhere for no agreement about what is compared', async () => {
    const { store, comparison } = compareCart();
    await pass();
    for (let time = 0; time < 3; time++) {
      store.dispatch({ type: 'search/typed' });
      await pass();
    }
    expect(comparison.summary.get()).toMatchObject({ agreements: 1, actions: 3 });
    store.dispatch(addLine({ sku: 'A-1', quantity: 1 }));
    await pass();
    expect(comparison.summary.get()).toMatchObject({ agreements: 2, actions: 4, events: 1 });
  });

  it('says nothing where its bus goes before the readable is ready', async () => {
    const errors: unknown[] = [];
    const { bus, port } = compareCart();
    const scope = bus.scope({ source: 'badge' });
    const readable = Object.assign(foldLines(bus), { ready: Promise.resolve().then(() => scope.dispose()) });
    const onError = (error: unknown) => void errors.push(error);
    const options = { name: 'badge', select: ({ cart }: CartState) => cart.entities, events: 'cart:*', readable, onError };
    compareWithStore(scope, { ...options, store: port });
    await pass();
    expect(errors).toEqual([]);
  });

  it('begins when the readable is ready', async () => {
    let open = (): void => {};
    const ready = new Promise<void>((resolve) => {
      open = resolve;
    });
    const { store, bus, start, differences } = compareCart();
    const { summary } = start({ readable: Object.assign(foldLines(bus, deaf), { ready }) });
    store.dispatch(addLine({ sku: 'A-1', quantity: 1 }));
    await pass();
    expect(summary.get().agreements).toBe(0);
    open();
    await pass();
    expect({ told: differences.length, agreements: summary.get().agreements }).toEqual({ told: 0, agreements: 1 });
  });

  it('refuses options that cannot be meant', () => {
    const { start } = compareCart();
    const wrong: Options[] = [{ name: '' }, { settle: -1 }, { within: Number.NaN }, { traceLimit: 0 }, { compare: 1 as never }];
    for (const options of wrong) expect(() => start(options)).toThrow(expect.objectContaining({ code: 'invalid-option' }));
  });
});

describe('a store of an own kind', () => {
  it('is compared like any other', async () => {
    const { bus } = createCartShop();
    const feed = createActionFeed<{ count: number }>();
    let state = { count: 0 };
    const differences: Difference[] = [];
    compareWithStore<{ count: number }, number | undefined>(bus, {
      name: 'count',
      store: { getState: () => state, subscribe: () => () => {}, actions: feed.listen },
      select: ({ count }) => count,
      readable: { get: () => 0, subscribe: () => Object.assign(() => {}, { unsubscribe() {}, [Symbol.dispose]() {} }) },
      events: cart.lineAdded,
      onDifference: (difference) => void differences.push(difference),
    });
    await pass();
    const before = state;
    state = { count: 1 };
    feed.tell({ type: 'increment' }, { before, after: state });
    await pass();
    expect(differences[0]?.paths).toEqual([{ path: '', store: 1, bus: 0 }]);
  });
});
