import fc from 'fast-check';
import { expect, test } from 'vitest';
import { literal } from './literal.ts';

test('keys stand without quotes where they can', () => {
  expect(literal({ sku: 'lamp-01', 'price-in-cents': 1, $a: null })).toBe("{ sku: 'lamp-01', 'price-in-cents': 1, $a: null }");
});

test('what is too long for a line has a line for each member', () => {
  expect(literal({ lines: ['a'.repeat(20), 'b'.repeat(20), 'c'.repeat(20)], count: 3 })).toBe(`{
  lines: [
    'aaaaaaaaaaaaaaaaaaaa',
    'bbbbbbbbbbbbbbbbbbbb',
    'cccccccccccccccccccc',
  ],
  count: 3,
}`);
});

test('the code is worth what was given, whatever it holds', () => {
  fc.assert(
    fc.property(fc.jsonValue(), (value) => {
      const plain = JSON.parse(JSON.stringify(value));
      expect(new Function(`return ${literal(plain)}`)()).toEqual(plain);
    }),
    { numRuns: 200 },
  );
});

test('a key that means the prototype becomes a field', () => {
  const value = JSON.parse('{ "__proto__": { "a": 1 } }');
  expect(Object.keys(new Function(`return ${literal(value)}`)())).toEqual(['__proto__']);
});
