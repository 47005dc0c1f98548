import { beforeEach, expect, test, vi } from 'vitest';
import * as z from 'zod';
import { openBook } from './book.ts';

const day = 24 * 60 * 60 * 1_000;
const schema = z.object({ amount: z.number() });
let now = 0;
const open = () => openBook('book', schema, () => now);
const of = (amount: number) => () => ({ amount });

beforeEach(() => {
  localStorage.clear();
  now = 0;
});

test('what is entered for an order stands there once, on the next visit, too', () => {
  expect(open().enter('a', of(1))).toEqual({ amount: 1 });
  expect(open().enter('a', of(2))).toEqual({ amount: 1 });
  expect(open().recent()).toEqual([{ amount: 1 }]);
  expect([open().has('a'), open().has('b')]).toEqual([true, false]);
});

test('striking answers what stood there, once', () => {
  open().enter('a', of(1));
  expect([open().strike('a'), open().strike('a')]).toEqual([{ amount: 1 }, undefined]);
  expect(open().recent()).toEqual([]);
});

test('an order that was struck before is refused', () => {
  expect(open().strike('a')).toBeUndefined();
  expect(() => open().enter('a', of(1))).toThrow(expect.objectContaining({ code: 'withdrawn' }));
});

test('a refused entry is not entered', () => {
  const refuse = () => {
    throw new Error('no');
  };
  expect(() => open().enter('a', refuse)).toThrow('no');
  expect(open().has('a')).toBe(false);
});

test('two tabs write into one book', () => {
  const [one, other] = [open(), open()];
  one.enter('a', of(1));
  other.enter('b', of(2));
  expect([one.recent(), other.recent()]).toEqual([open().recent(), [{ amount: 1 }, { amount: 2 }]]);
});

test('a day later the order has left, and what was done for it is not done again', () => {
  open().enter('a', of(1));
  open().strike('b');
  now = day;
  expect(open().recent()).toEqual([]);
  expect(open().enter('a', of(2))).toEqual({ amount: 1 });
  expect(() => open().enter('b', of(2))).toThrow(expect.objectContaining({ code: 'withdrawn' }));
});

test('a year later nothing is known any more', () => {
  open().enter('a', of(1));
  now = 365 * day;
  expect(open().has('a')).toBe(false);
});

test.each(['{', 'null', '[]', '{"a":{"at":"today"}}', '{"a":{"at":0,"entry":{"amount":"1"}}}'])('%s is an empty book', (text) => {
  localStorage.setItem('book', text);
  expect([open().recent(), open().has('a')]).toEqual([[], false]);
});

test('where the browser keeps nothing, the book lives as long as the page', () => {
  vi.spyOn(Storage.prototype, 'setItem').mockImplementation(() => {
    throw new DOMException('The quota is used up', 'QuotaExceededError');
  });
  const book = open();
  book.enter('a', of(1));
  expect(book.enter('a', of(2))).toEqual({ amount: 1 });
  expect(book.strike('a')).toEqual({ amount: 1 });
});
