import { afterEach, expect, test, vi } from 'vitest';
import { kinds } from '../kinds.ts';
import { growthOf } from './growth-of.ts';

afterEach(() => vi.restoreAllMocks());

test.each(kinds.map((kind) => [kind.title, kind] as const))('%s: all that is made is kept', async (_title, kind) => {
  const warn = vi.spyOn(console, 'warn').mockImplementation(() => {});
  const growth = growthOf(kind);
  expect(await growth(3)).toBe(3);
  expect(await growth(2)).toBe(5);
  // Who emits more often than allowed hears of it once.
  expect(warn).toHaveBeenCalledTimes(kind.id === 'letterRate' ? 1 : 0);
});
