import { expect, test, vi } from 'vitest';
import { createSelection } from './selection.ts';
import type { Source } from './source.ts';

const source: Source = { subscribe: () => () => {}, get: () => undefined, getOnServer: () => undefined };
const isSame = (previous: unknown, next: unknown) => String(previous) === String(next);

test('the same value is selected from once', () => {
  const select = vi.fn((value: unknown) => [value]);
  const pick = createSelection().of(source, select);
  expect(pick(1)).toBe(pick(1));
  expect(select).toHaveBeenCalledTimes(1);
  expect(pick(2)).toEqual([2]);
});

test('what `compare` finds equal to the page stays the object that is on the page', () => {
  const selection = createSelection();
  const shown = selection.of(source, (value) => [value], isSame)('A');
  selection.show(source, shown);
  const pick = selection.of(source, (value) => [value], isSame);
  expect(pick('A')).toBe(shown);
  expect(pick('B')).toEqual(['B']);
  expect(pick('A')).toEqual(['A']);
});

test('what a render tried out and never showed leaves no trace', () => {
  const selection = createSelection();
  const compare = vi.fn(isSame);
  const shown = selection.of(source, (value) => [value], compare)('A');
  selection.show(source, shown);
  selection.of(source, () => ['tried out'], compare)('A');
  compare.mockClear();
  expect(selection.of(source, (value) => [value], compare)('A')).toBe(shown);
  expect(compare.mock.calls).toEqual([[['A'], ['A']]]);
});

test('selections of another source are not compared with', () => {
  const selection = createSelection();
  selection.show({ ...source }, ['A']);
  const compare = vi.fn(isSame);
  expect(selection.of(source, (value) => [value], compare)('A')).toEqual(['A']);
  expect(compare).not.toHaveBeenCalled();
});
