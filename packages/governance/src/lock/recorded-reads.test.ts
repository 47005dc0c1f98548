import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import { formatReads, mergeReads, parseReads, type Reads } from './recorded-reads.ts';

const anyReads: fc.Arbitrary<Reads> = fc.dictionary(
  fc.constantFrom('cart:changed', 'cart:itemAdded', 'constructor:called'),
  fc.dictionary(fc.constantFrom('1', '2', '10'), fc.uniqueArray(fc.constantFrom('', '/lines', '/lines/*/price', '/a~1b', '/**'))),
);

describe('a recording', () => {
  it('is written sorted, with a line for every place', () => {
    const reads = { 'cart:changed': { 10: ['/total'], 2: ['/total', '/lines/*/price', '/lines'] }, 'cart:added': {} };
    expect(formatReads({ app: 'checkout', reads }).split('\n').slice(0, 9)).toEqual([
      '{',
      '  "app": "checkout",',
      '  "reads": {',
      '    "cart:added": {},',
      '    "cart:changed": {',
      '      "2": [',
      '        "/lines",',
      '        "/lines/*/price",',
      '        "/total"',
    ]);
  });

  it('is what was written', () => {
    fc.assert(
      fc.property(anyReads, (reads) => {
        const { app, reads: read } = parseReads(formatReads({ app: 'checkout', reads }));
        expect([app, formatReads({ app, reads: read })]).toEqual(['checkout', formatReads({ app, reads })]);
      }),
    );
  });

  it('has what either side of a merge has, in whatever order they are merged', () => {
    fc.assert(
      fc.property(anyReads, anyReads, (one, other) => {
        const merged = mergeReads(one, other);
        expect(merged).toEqual(mergeReads(other, one));
        expect(mergeReads(merged, one)).toEqual(merged);
        for (const [type, versions] of Object.entries(one)) {
          for (const [version, places] of Object.entries(versions))
            expect(merged[type]![version]).toEqual(expect.arrayContaining([...places]));
        }
      }),
    );
  });

  it.each([
    ['', 'it is no JSON'],
    ['[]', 'it names no "app"'],
    ['{ "app": "checkout" }', 'it has no "reads"'],
    ['{ "app": "checkout", "reads": { "cart:changed": [] } }', '"cart:changed" is no object of versions'],
    ['{ "app": "checkout", "reads": { "cart:changed": { "two": [] } } }', 'has a version "two"'],
    ['{ "app": "checkout", "reads": { "cart:changed": { "2": ["lines"] } } }', 'is no list of places'],
  ])('is not %s', (text, problem) => {
    expect(() => parseReads(text)).toThrow(problem);
  });
});
