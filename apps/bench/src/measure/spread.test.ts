import { expect, test } from 'vitest';
import { spreadOf } from './spread.ts';

test('the median and the quartiles are those of the sorted values', () => {
  expect(spreadOf([9, 1, 3, 7, 5])).toEqual({ median: 5, lower: 3, upper: 7, count: 5 });
});

test('between two values it is the place between them', () => {
  expect(spreadOf([10, 20])).toEqual({ median: 15, lower: 12.5, upper: 17.5, count: 2 });
});

test('nothing has no median', () => {
  expect(() => spreadOf([])).toThrow('There is nothing to sum up.');
});
