import { expect, test } from 'vitest';
import { placeWords } from './place-words.ts';

test.each([
  ['', ''],
  ['/billTo/street', 'billTo.street'],
  ['/lines/*/sku', 'lines[].sku'],
  ['/*/sku', '[].sku'],
  ['/root/**/name', 'root.**.name'],
  ['/a~1b/c~0d', 'a/b.c~d'],
  ['/*bold', '*bold'],
])('the place %j is %j in words', (place, words) => {
  expect(placeWords(place)).toBe(words);
});
