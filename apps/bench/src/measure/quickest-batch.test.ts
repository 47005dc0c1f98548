import { expect, test } from 'vitest';
import { quickestBatch } from './quickest-batch.ts';

test('a figure is that of one time in the quickest batch after the warm-up, in nanoseconds', async () => {
  const batches: number[] = [];
  let isWarm = false;
  const run = async (times: number): Promise<number> => {
    if (isWarm) batches.push(times);
    return times * (batches.length === 2 ? 0.4 : 0.5);
  };
  const figure = await quickestBatch(run, { patience: 0, batches: 3 }, () => {
    isWarm = true;
  });
  expect(batches).toEqual([5, 5, 5]);
  expect(figure).toBeCloseTo(400_000);
});

test('what takes longer than a batch is done once in each', async () => {
  const batches: number[] = [];
  const run = async (times: number): Promise<number> => {
    batches.push(times);
    return times * 40;
  };
  expect(await quickestBatch(run, { patience: 0, batches: 2 }, () => {})).toBe(40_000_000);
  expect(new Set(batches)).toEqual(new Set([1]));
});

test('a batch that has become too short for the clock does not count', async () => {
  let isWarm = false;
  const run = async (times: number): Promise<number> => (isWarm ? Math.floor(times / 20) : times * 40);
  const figure = await quickestBatch(run, { patience: 0, batches: 3 }, () => {
    isWarm = true;
  });
  expect(figure).toBe((3 * 1e6) / 64);
});
