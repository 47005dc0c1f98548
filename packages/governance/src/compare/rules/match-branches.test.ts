import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import { randomRuns } from '../../random-runs.test.fixture.ts';
import { matchBranches } from './match-branches.ts';

const cost = fc.oneof(fc.nat(9), fc.constant(Infinity));
const square = fc
  .tuple(fc.integer({ min: 1, max: 5 }), fc.integer({ min: 1, max: 5 }))
  .chain(([rows, columns]) =>
    fc.array(fc.array(cost, { minLength: columns, maxLength: columns }), { minLength: rows, maxLength: rows }),
  );

/** How many go together at most, and for how much: by trying everything. */
function best(
  costs: readonly (readonly number[])[],
  row = 0,
  taken: readonly number[] = [],
): readonly [count: number, cost: number] {
  if (row === costs.length) return [0, 0];
  let found = best(costs, row + 1, taken);
  for (const [column, price] of costs[row]?.entries() ?? []) {
    if (price === Infinity || taken.includes(column)) continue;
    const [count, rest] = best(costs, row + 1, [...taken, column]);
    if (count + 1 > found[0] || (count + 1 === found[0] && rest + price < found[1])) found = [count + 1, rest + price];
  }
  return found;
}

describe('matchBranches', () => {
  it('pairs as many as possible, for as little as possible', () => {
    fc.assert(
      fc.property(square, (costs) => {
        const partners = matchBranches(costs);
        const prices = partners.flatMap((column, row) => (column < 0 ? [] : [costs[row]?.[column] ?? Infinity]));
        expect([prices.length, prices.reduce((sum, price) => sum + price, 0)]).toEqual(best(costs));
      }),
      randomRuns(300),
    );
  });

  it('gives nobody a partner twice', () => {
    fc.assert(
      fc.property(square, (costs) => {
        const columns = matchBranches(costs).filter((column) => column >= 0);
        expect(new Set(columns).size).toBe(columns.length);
      }),
      randomRuns(100),
    );
  });

  it('has nothing to pair where there is nothing', () => {
    expect(matchBranches([])).toEqual([]);
    expect(matchBranches([[], []])).toEqual([-1, -1]);
  });
});
