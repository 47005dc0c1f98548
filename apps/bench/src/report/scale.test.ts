import { expect, test } from 'vitest';
import { scaleFor } from './scale.ts';

test('a linear scale begins with 0 and ends with a round number', () => {
  const { place, ticks } = scaleFor('linear', [130, 870]);
  expect(ticks).toEqual([0, 200, 400, 600, 800, 1_000]);
  expect([0, 250, 1_000].map(place)).toEqual([0, 0.25, 1]);
});

test('a linear scale has room for what is below 0', () => {
  const { place, ticks } = scaleFor('linear', [-0.3, 0.6]);
  expect(ticks).toEqual([-0.4, -0.2, 0, 0.2, 0.4, 0.6]);
  expect(place(0)).toBeCloseTo(0.4);
});

test('a linear scale of nothing but 0 still has two ends', () => {
  expect(scaleFor('linear', [0, 0]).ticks).toEqual([0, 0.2]);
});

test('a logarithmic scale goes by powers of ten, each as far from the next', () => {
  const { place, ticks } = scaleFor('log', [24, 36_000]);
  expect(ticks).toEqual([10, 100, 1_000, 10_000, 100_000]);
  expect([10, 1_000, 100_000].map(place)).toEqual([0, 0.5, 1]);
});

test('a logarithmic scale of one power of ten still has two ends', () => {
  expect(scaleFor('log', [100]).ticks).toEqual([100, 1_000]);
});

test('a logarithmic scale refuses 0', () => {
  expect(() => scaleFor('log', [0, 1])).toThrow('no place for 0');
});
