import { describe, expect, it } from 'vitest';
import { differingPlaces } from './differing-places.ts';

describe('the places where two values differ', () => {
  it.each<[unknown, unknown, string[]]>([
    [{ a: 1 }, { a: 1 }, []],
    [{ a: 1, b: 2 }, { a: 1 }, ['/b']],
    [{ a: { b: [1, 2] } }, { a: { b: [1] } }, ['/a/b/*']],
    [
      {
        lines: [
          { sku: 'a', price: 1 },
          { sku: 'b', price: 2 },
        ],
      },
      { lines: [{ sku: 'a' }, { sku: 'b' }] },
      ['/lines/*/price'],
    ],
    [{ 'a/b': 1 }, {}, ['/a~1b']],
    [{ a: [] }, { a: {} }, ['/a']],
    [1, 2, ['/']],
    [{ a: 1 }, { a: 1, b: 2 }, []],
  ])('are of %j and %j: %j', (one, other, places) => {
    expect(differingPlaces(one, other)).toEqual(places);
  });
});
