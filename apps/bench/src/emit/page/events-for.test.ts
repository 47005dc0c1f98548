import { expect, test } from 'vitest';
import { eventsFor } from './events-for.ts';

test('a batch takes two and a half milliseconds', () => {
  expect(eventsFor(1_000, 1)).toBe(2_500);
});

test('a batch has whole bursts, and one of them at least', () => {
  expect([eventsFor(1_000, 100), eventsFor(1_000, 10_000), eventsFor(1_000, 2_000)]).toEqual([2_500, 10_000, 2_000]);
});
