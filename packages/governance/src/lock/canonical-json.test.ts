import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import { canonicalJson } from './canonical-json.ts';

describe('canonicalJson', () => {
  it('sorts members by name, at every depth, and writes no white space', () => {
    expect(canonicalJson({ b: [{ d: 1, c: null }], a: 'é', 10: true, 9: false })).toBe(
      '{"10":true,"9":false,"a":"é","b":[{"c":null,"d":1}]}',
    );
  });

  it('leaves out members that are undefined', () => {
    expect(canonicalJson({ a: undefined, b: [undefined] })).toBe('{"b":[null]}');
  });

  it('keeps what a value says, and is the same for equal values', () => {
    fc.assert(
      fc.property(fc.jsonValue(), (value) => {
        const plain = JSON.parse(JSON.stringify(value));
        expect(JSON.parse(canonicalJson(plain))).toEqual(plain);
        const reversed = JSON.parse(JSON.stringify(plain), (_, part) =>
          part && typeof part === 'object' && !Array.isArray(part) ? Object.fromEntries(Object.entries(part).reverse()) : part,
        );
        expect(canonicalJson(reversed)).toBe(canonicalJson(plain));
      }),
    );
  });
});
