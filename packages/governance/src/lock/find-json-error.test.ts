import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import { findJsonError } from './find-json-error.ts';

describe('findJsonError', () => {
  it.each([
    ['{ "a": [, 1] }', 8],
    ['{ "a": 1, }', 10],
    ['{ "a" 1 }', 6],
    ['[1, 2] 3', 7],
    ['{ "a": tru }', 7],
    ['{ "a": "b\n" }', 7],
    ['{ "a": [1} ]', 9],
    ['{ a: 1 }', 2],
    ['  ', 2],
    ['{ "a": 1', 8],
  ])('finds where %j stops being JSON', (text, offset) => {
    expect(findJsonError(text)).toBe(offset);
  });

  it('comes to the end of every text that is JSON', () => {
    fc.assert(
      fc.property(fc.json(), fc.nat(3), (text, indent) => {
        const written = JSON.stringify(JSON.parse(text), null, indent);
        return findJsonError(written) === written.length;
      }),
    );
  });
});
