import { expect, test } from 'vitest';
import { markTerms } from './mark-terms.ts';

const marked = (text: string, terms: readonly string[]) =>
  markTerms(text, terms)
    .map((part) => (part.isMarked ? `[${part.text}]` : part.text))
    .join('');

test.each([
  ['cart:itemAdded', ['item'], 'cart:[item]Added'],
  ['Cart and cart', ['cart'], '[Cart] and [cart]'],
  ['a.b*c', ['.', '*'], 'a[.]b[*]c'],
  ['nothing', [], 'nothing'],
  ['cart', ['cart'], '[cart]'],
])('in %j the terms %j are marked', (text, terms, expected) => {
  expect(marked(text, terms)).toBe(expected);
});
