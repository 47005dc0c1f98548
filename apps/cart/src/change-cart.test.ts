import type { Line } from 'contracts';
import { describe, expect, test } from 'vitest';
import { type CartContent, changeCart, mostOfALine } from './change-cart.ts';

const lamp: Line = { sku: 'lamp', name: 'Lamp', price: 12_900, quantity: 1 };
const mug: Line = { sku: 'mug', name: 'Mug', price: 1_850, quantity: 2 };
const content: CartContent = { lines: [lamp, mug], additions: [], orders: [] };

describe('adding', () => {
  test('a new product becomes the last line', () => {
    expect(changeCart({ lines: [lamp], additions: [], orders: [] }, { kind: 'added', line: mug, id: '1' }).lines).toEqual([
      lamp,
      mug,
    ]);
  });

  test('an event that comes once more changes nothing', () => {
    const once = changeCart(content, { kind: 'added', line: mug, id: '1' });
    expect(changeCart(once, { kind: 'added', line: mug, id: '1' })).toBe(once);
    expect(changeCart(once, { kind: 'added', line: mug, id: '2' }).lines).toEqual([lamp, { ...mug, quantity: 6 }]);
  });

  test('none of the fifty that are retained is put in twice, though older ones were redriven after them', () => {
    const put = (cart: CartContent, id: string) => changeCart(cart, { kind: 'added', line: mug, id });
    const retained = Array.from({ length: 50 }, (_, index) => `${index}`);
    const full = [...retained, 'redriven', 'redriven too'].reduce(put, content);
    expect(retained.reduce(put, full)).toBe(full);
  });

  test('more of a product raises the quantity of its line and takes the newest name and price', () => {
    const { lines } = changeCart(content, {
      kind: 'added',
      line: { ...lamp, name: 'Lamp, green', price: 9_900, quantity: 2 },
      id: '1',
    });
    expect(lines).toEqual([{ sku: 'lamp', name: 'Lamp, green', price: 9_900, quantity: 3 }, mug]);
  });

  test('an event without a price leaves the name and price that the cart knows', () => {
    const { lines } = changeCart(content, { kind: 'added', line: { sku: 'lamp', name: 'lamp', price: 0, quantity: 1 }, id: '1' });
    expect(lines[0]).toEqual({ ...lamp, quantity: 2 });
  });

  test('a line never gets larger than the largest quantity', () => {
    const { lines } = changeCart(content, { kind: 'added', line: { ...lamp, quantity: Number.MAX_SAFE_INTEGER }, id: '1' });
    expect(lines[0]?.quantity).toBe(mostOfALine);
  });
});

describe('changing and removing', () => {
  test('the quantity of a line is set, others stay', () => {
    expect(changeCart(content, { kind: 'quantity', sku: 'mug', quantity: 5 }).lines).toEqual([lamp, { ...mug, quantity: 5 }]);
  });

  test('a removed line is gone', () => {
    expect(changeCart(content, { kind: 'removed', sku: 'lamp' }).lines).toEqual([mug]);
  });

  test('changes of what is not in the cart change nothing', () => {
    expect(changeCart(content, { kind: 'quantity', sku: 'sofa', quantity: 5 })).toBe(content);
    expect(changeCart(content, { kind: 'removed', sku: 'sofa' })).toBe(content);
    expect(changeCart(content, { kind: 'quantity', sku: 'lamp', quantity: 1 })).toBe(content);
  });
});

describe('what the shop offers', () => {
  const unpriced: Line = { sku: 'mug', name: 'mug', price: 0, quantity: 2 };
  const offers = [{ sku: 'mug', name: 'Mug', price: 1_850 }];

  test('prices the lines that have no price yet', () => {
    const { lines } = changeCart({ lines: [lamp, unpriced], additions: [], orders: [] }, { kind: 'offered', offers });
    expect(lines).toEqual([lamp, mug]);
  });

  test('changes nothing where every line has a price, or is not sold', () => {
    expect(changeCart(content, { kind: 'offered', offers: [{ ...offers[0]!, price: 1 }] })).toBe(content);
    const rare = { lines: [{ ...unpriced, sku: 'rarity' }], additions: [], orders: [] };
    expect(changeCart(rare, { kind: 'offered', offers })).toBe(rare);
  });
});

describe('ordering', () => {
  const order = { number: '1', lines: [lamp, mug] };

  test('an order empties the cart', () => {
    expect(changeCart(content, { kind: 'ordered', order }).lines).toEqual([]);
  });

  test('what the order does not have stays', () => {
    const more = { lines: [lamp, { ...mug, quantity: 3 }], additions: [], orders: [] };
    expect(changeCart(more, { kind: 'ordered', order }).lines).toEqual([{ ...mug, quantity: 1 }]);
  });

  test('an order that comes again leaves a new cart alone', () => {
    const emptied = changeCart(content, { kind: 'ordered', order });
    const filled = changeCart(emptied, { kind: 'added', line: lamp, id: '1' });
    expect(changeCart(filled, { kind: 'ordered', order })).toBe(filled);
  });

  test('the numbers of the newest twenty orders are remembered', () => {
    const numbers = Array.from({ length: 25 }, (_, index) => String(index));
    const after = numbers.reduce((now, number) => changeCart(now, { kind: 'ordered', order: { number, lines: [] } }), content);
    expect(after.orders).toEqual(numbers.slice(5));
  });
});
