import { beforeEach, expect, test, vi } from 'vitest';
import { mostOfALine } from './change-cart.ts';
import { readCart, writeCart } from './stored-cart.ts';

const lamp = { sku: 'lamp', name: 'Lamp', price: 12_900, quantity: 1 };
const empty = { lines: [], additions: [], orders: [] };

beforeEach(() => localStorage.clear());

test('what was written is read back', () => {
  writeCart({ lines: [lamp], additions: ['1'], orders: ['A-1'] });
  expect(readCart()).toEqual({ lines: [lamp], additions: ['1'], orders: ['A-1'] });
});

test('a cart that an earlier release kept is read, too', () => {
  writeCart(empty);
  localStorage.setItem(localStorage.key(0) ?? '', JSON.stringify({ lines: [lamp], orders: [] }));
  expect(readCart()).toEqual({ lines: [lamp], additions: [], orders: [] });
});

test('a browser that kept nothing has an empty cart', () => {
  expect(readCart()).toEqual(empty);
});

test.each(['', '{', 'null', '[]', '{"lines":[{"sku":"lamp"}],"orders":[]}', '{"lines":[],"orders":[1]}'])(
  '%j is no cart',
  (text) => {
    writeCart(empty);
    localStorage.setItem(localStorage.key(0) ?? '', text);
    expect(readCart()).toEqual(empty);
  },
);

test('doubles are joined, and no line is larger than the largest quantity', () => {
  writeCart({ lines: [lamp, { ...lamp, quantity: 500 }], additions: [], orders: [] });
  expect(readCart().lines).toEqual([{ ...lamp, quantity: mostOfALine }]);
});

test('a browser that forbids storage gets an empty cart and no error', () => {
  vi.spyOn(Storage.prototype, 'getItem').mockImplementation(refuse);
  vi.spyOn(Storage.prototype, 'setItem').mockImplementation(refuse);
  expect(() => writeCart({ lines: [lamp], additions: [], orders: [] })).not.toThrow();
  expect(readCart()).toEqual(empty);
});

function refuse(): never {
  throw new DOMException('The user denied permission', 'SecurityError');
}
