import { expect, test } from 'vitest';
import { matchesFilters } from './matches-filters.ts';

const row = { domain: 'cart', owner: 'team-cart', lifecycle: 'stable', apps: '["cart","shell"]', tags: '["pii"]' };

test.each([
  [{}, true],
  [{ domain: '', owner: '', app: '', lifecycle: '', tag: '' }, true],
  [{ domain: 'cart', app: 'shell', tag: 'pii' }, true],
  [{ domain: 'car' }, false],
  [{ app: 'hell' }, false],
  [{ lifecycle: 'draft' }, false],
  [{ tag: 'pii', owner: 'team-shell' }, false],
])('with %j the row is shown: %s', (wanted, isShown) => {
  expect(matchesFilters(row, wanted)).toBe(isShown);
});

test('an event without an owner fits no owner', () => {
  expect(matchesFilters({ domain: 'cart' }, { owner: 'team-cart' })).toBe(false);
});
