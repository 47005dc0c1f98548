import { expect, test, vi } from 'vitest';
import { selecting, shown } from './selection.ts';

const isSame = (previous: unknown, next: unknown) => String(previous) === String(next);

test('the same value is selected from once', () => {
  const select = vi.fn((value: unknown) => [value]);
  const pick = selecting({}, select);
  expect(pick(1)).toBe(pick(1));
  expect(select).toHaveBeenCalledTimes(1);
  expect(pick(2)).toEqual([2]);
});

test('what `compare` finds equal to the page stays the object that is on the page', () => {
  const reader = {};
  const selected = selecting(reader, (value) => [value], isSame)('A');
  shown.set(reader, { selected });
  const pick = selecting(reader, (value) => [value], isSame);
  expect(pick('A')).toBe(selected);
  expect(pick('B')).toEqual(['B']);
  expect(pick('A')).toEqual(['A']);
});

test('what a render tried out and never showed leaves no trace', () => {
  const reader = {};
  const compare = vi.fn(isSame);
  const selected = selecting(reader, (value) => [value], compare)('A');
  shown.set(reader, { selected });
  selecting(reader, () => ['tried out'], compare)('A');
  compare.mockClear();
  expect(selecting(reader, (value) => [value], compare)('A')).toBe(selected);
  expect(compare.mock.calls).toEqual([[['A'], ['A']]]);
});

test('selections of another source are not compared with', () => {
  shown.set({}, { selected: ['A'] });
  const compare = vi.fn(isSame);
  expect(selecting({}, (value) => [value], compare)('A')).toEqual(['A']);
  expect(compare).not.toHaveBeenCalled();
});
