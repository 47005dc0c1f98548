import { expect, test } from 'vitest';
import { checked } from './growth.ts';

test('what is kept of all that was made goes on growing', async () => {
  const kept: number[] = [];
  const goOn = checked((count) => {
    for (let index = 0; index < count; index++) kept.push(index);
    return kept.length;
  });
  await goOn(3);
  await goOn(2);
  expect(kept.length).toBe(5);
});

test('what is not kept ends the measurement', async () => {
  await expect(checked(() => 1)(2)).rejects.toThrow('1 of 2 are there.');
});
