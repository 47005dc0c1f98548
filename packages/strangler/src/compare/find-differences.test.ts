import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import { findDifferences } from './find-differences.ts';

const pathsOf = (store: unknown, bus: unknown, limit = 20): string[] =>
  findDifferences(store, bus, limit, new WeakMap()).map(({ path }) => path);

describe('findDifferences', () => {
  it('does not mind the order of keys, missing and undefined fields, nor functions', () => {
    const store = { a: 1, b: undefined, c: { d: Number.NaN, e: -0 }, add() {} };
    expect(pathsOf(store, { c: { e: 0, d: Number.NaN }, a: 1 })).toEqual([]);
  });

  it('tells places and both values', () => {
    expect(findDifferences({ lines: [{ n: 1 }, { n: 2 }] }, { lines: [{ n: 1 }, { n: 3 }, null] }, 20, new WeakMap())).toEqual([
      { path: 'lines.1.n', store: 2, bus: 3 },
      { path: 'lines.2', store: undefined, bus: null },
    ]);
  });

  it('tells apart null and undefined, lists and records, and texts and numbers', () => {
    expect(pathsOf({ a: null, b: [], c: '1', d: {} }, { a: undefined, b: {}, c: 1, d: {} })).toEqual(['a', 'b', 'c']);
    expect(pathsOf(1, { a: 1 })).toEqual(['']);
  });

  it('compares dates, maps and sets by what they hold', () => {
    const at = (day: number) => new Date(2026, 0, day);
    const of = (day: number, key: string) => ({ at: at(day), map: new Map([[key, { day }]]), set: new Set([day]) });
    expect(pathsOf(of(1, 'a'), of(1, 'a'))).toEqual([]);
    expect(pathsOf(of(1, 'a'), of(2, 'a'))).toEqual(['at', 'map.a.day', 'set.0']);
    expect(pathsOf(of(1, 'a'), of(1, 'b'))).toEqual(['map.a', 'map.b']);
  });

  it('comes to an end in values that hold themselves', () => {
    const ring = (name: string) => {
      const own: Record<string, unknown> = { name };
      own['self'] = { inner: own };
      return own;
    };
    expect(pathsOf(ring('a'), ring('a'))).toEqual([]);
    expect(pathsOf(ring('a'), ring('b'))).toEqual(['name']);
  });

  it('tells no more places than asked for', () => {
    const numbers = (offset: number) => Array.from({ length: 1_000 }, (_, index) => index + offset);
    expect(pathsOf(numbers(0), numbers(1), 3)).toEqual(['0', '1', '2']);
  });

  it('does not read again what was found equal before', () => {
    let read = 0;
    const slice = (quantity: number, rest: object) => ({ quantity, rest });
    const watched = Object.defineProperty({}, 'lines', { enumerable: true, get: () => ++read && [] });
    const equal = new WeakMap<object, object>();
    const other = { lines: [] };
    for (let quantity = 0; quantity < 50; quantity++)
      expect(findDifferences(slice(quantity, watched), slice(quantity, other), 1, equal)).toEqual([]);
    expect(read).toBe(1);
  });

  it('finds any change of any value, and none in a copy', () => {
    const value = fc.jsonValue({ maxDepth: 4 });
    fc.assert(
      fc.property(value, value, (own, other) => {
        expect(pathsOf(own, structuredClone(own))).toEqual([]);
        // JSON knows no -0, and the order of keys is that of the generator.
        const isSame = JSON.stringify(sorted(own)) === JSON.stringify(sorted(other));
        expect(pathsOf(own, other).length === 0).toBe(isSame);
      }),
      { numRuns: 300 },
    );
  });
});

function sorted(value: unknown): unknown {
  if (Array.isArray(value)) return value.map(sorted);
  if (typeof value !== 'object' || value === null) return value;
  return Object.fromEntries(
    Object.entries(value)
      .sort(([one], [other]) => (one < other ? -1 : 1))
      .map(([key, inner]) => [key, sorted(inner)]),
  );
}
