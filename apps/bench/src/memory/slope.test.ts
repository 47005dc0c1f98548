import { expect, test } from 'vitest';
import { slopeOf } from './slope.ts';

test('of points on a straight line it is what each further thing takes, whatever was there before', () => {
  expect(
    slopeOf([
      [1_000, 5_064_000],
      [2_000, 5_128_000],
      [4_000, 5_256_000],
    ]),
  ).toBe(64);
});

test('a point beside the line moves it a little', () => {
  expect(
    slopeOf([
      [0, 0],
      [1, 10],
      [2, 26],
      [3, 30],
    ]),
  ).toBeCloseTo(10.6);
});
