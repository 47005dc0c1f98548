import { afterEach, beforeEach, describe, expect, it, vi } from 'vitest';
import { emitBeside } from '../emit-beside.ts';
import {
  addLine,
  besideMap,
  type CartState,
  cart,
  createCartShop,
  foldLine,
  foldLines,
  type LinesBySku,
  setQuantity,
} from '../redux/cart-shop.test.fixture.ts';
import { type CompareOptions, compareWithStore } from './compare-with-store.ts';
import type { Difference } from './difference.ts';

beforeEach(() => void vi.useFakeTimers());
afterEach(() => void vi.useRealTimers());

type Fold = typeof foldLine;

function compareCart(fold?: Fold, options: Partial<CompareOptions<CartState, LinesBySku>> = {}) {
  const shop = createCartShop();
  const differences: Difference<LinesBySku>[] = [];
  emitBeside(shop.port, shop.bus, besideMap);
  const comparison = compareWithStore(shop.bus, {
    name: 'cart',
    store: shop.port,
    select: (state: CartState) => state.cart.entities,
    readable: foldLines(shop.bus, fold),
    events: 'cart:*',
    onDifference: (difference) => void differences.push(difference),
    ...options,
  });
  return { ...shop, comparison, differences };
}

describe('compareWithStore', () => {
  it('finds a store and what is folded from its events to agree', async () => {
    const { store, comparison, differences } = compareCart();
    store.dispatch(addLine({ sku: 'A-1', quantity: 2 }));
    await vi.advanceTimersByTimeAsync(200);
    store.dispatch(setQuantity({ sku: 'A-1', quantity: 3 }));
    await vi.advanceTimersByTimeAsync(200);
    expect(differences).toEqual([]);
    expect(comparison.summary.get()).toMatchObject({ agreements: 2, differences: 0, share: 1, actions: 2, events: 2 });
  });

  it('tells a difference with its place, both values, and the actions and events since both agreed', async () => {
    const ignoresQuantity: Fold = (lines, type, data) => (type === 'cart:quantityChanged' ? lines : foldLine(lines, type, data));
    const { store, differences } = compareCart(ignoresQuantity);
    store.dispatch(addLine({ sku: 'A-1', quantity: 2 }));
    await vi.advanceTimersByTimeAsync(200);
    store.dispatch(setQuantity({ sku: 'A-1', quantity: 3 }));
    await vi.advanceTimersByTimeAsync(200);
    expect(differences).toHaveLength(1);
    expect(differences[0]?.paths).toEqual([{ path: 'A-1.quantity', store: 3, bus: 2 }]);
    expect(differences[0]?.actions.map(({ action }) => action.type)).toEqual(['cart/setQuantity']);
    expect(differences[0]?.events.map(({ type }) => type)).toEqual([cart.quantityChanged.type]);
  });
});
