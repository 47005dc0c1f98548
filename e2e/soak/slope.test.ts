import { expect, it } from 'vitest';
import { slope } from './slope.ts';

it('is the rise of a straight line', () => {
  const line = [0, 1, 2, 3].map((time) => [time, 7 + 2.5 * time] as const);
  expect(slope(line)).toBeCloseTo(2.5);
});

it('is nothing where the values only go up and down', () => {
  expect(slope([1, 9, 9, 1].map((value, time) => [time, value]))).toBeCloseTo(0);
});
