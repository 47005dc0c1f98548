import { expect, test } from 'vitest';
import { rankEntries } from './rank-entries.ts';
import type { SearchEntry } from './search-entry.ts';

const entry = (name: string, more: Partial<SearchEntry> = {}): SearchEntry => ({ kind: 'event', name, path: name, ...more });
const names = (entries: readonly SearchEntry[], query: string) => rankEntries(entries, query).map((result) => result.entry.name);

test('a whole name comes before its beginning, and that before its inside', () => {
  const entries = [entry('cart:recarted'), entry('cart:changed'), entry('cart', { kind: 'domain' }), entry('shell:cartOpened')];
  expect(names(entries, 'cart')).toEqual(['cart', 'cart:changed', 'cart:recarted', 'shell:cartOpened']);
});

test('the words inside a name in camel case count', () => {
  expect(names([entry('cart:unadded'), entry('cart:itemAdded')], 'added')).toEqual(['cart:itemAdded', 'cart:unadded']);
});

test('names come before fields, fields before owners, owners before summaries', () => {
  const entries = [
    entry('a:a', { summary: 'About the price of things' }),
    entry('b:b', { words: ['price'] }),
    entry('c:c', { fields: [['price', 'field.price']] }),
    entry('d:price'),
  ];
  expect(names(entries, 'price')).toEqual(['d:price', 'c:c', 'b:b', 'a:a']);
});

test('a field that was found is named, with its place on the page', () => {
  const [result] = rankEntries(
    [
      entry('a:b', {
        fields: [
          ['sku', 'field.sku'],
          ['price', 'field.price'],
        ],
      }),
    ],
    'PRI',
  );
  expect(result?.field).toEqual(['price', 'field.price']);
});

test('every word has to be found somewhere', () => {
  const entries = [entry('cart:itemAdded', { words: ['team-cart'] }), entry('cart:itemRemoved', { words: ['team-other'] })];
  expect(names(entries, '  item   team-cart ')).toEqual(['cart:itemAdded']);
});

test('nothing is found by nothing, and by what is nowhere', () => {
  expect(names([entry('a:b')], '   ')).toEqual([]);
  expect(names([entry('a:b')], 'zzz')).toEqual([]);
});

test('there are no more results than asked for', () => {
  const entries = Array.from({ length: 50 }, (_, index) => entry(`a:b${index}`));
  expect(rankEntries(entries, 'a', 12)).toHaveLength(12);
});
