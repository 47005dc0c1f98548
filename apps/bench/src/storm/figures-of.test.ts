import { expect, test } from 'vitest';
import { figuresOf, framesLost } from './figures-of.ts';
import type { Reading } from './page/reading.ts';

const tasks = { worked: 80.04, longestTask: 60, longestAfter: 5 };
const reading: Reading = {
  begun: 50,
  ended: 120,
  emitting: [20, 40.06],
  frames: [10, 20, 30, 40, 50, 90, 100, 130, 140],
  presses: [
    { at: 40, handled: 99, painted: 99 },
    { at: 60, handled: 30, painted: 31 },
    { at: 80, handled: 10, painted: 12 },
    { at: 100, handled: 2, painted: 40 },
    { at: 121, handled: 99 },
  ],
  longTasks: 1,
  counts: { handled: 1, declined: 0, dead: 0, deadOfWindow: 0 },
};

test('presses count that came while the storm went on: the median, the one that waited longest, and the one shown last', () => {
  expect(figuresOf(reading, tasks)).toMatchObject({ press: 10, worstPress: 30, worstPaint: 40 });
});

test('the emitter was kept as long as its longest task emitted', () => {
  expect(figuresOf(reading, tasks)).toMatchObject({ emitting: 40.1, total: 70, worked: 80, longestAfter: 5 });
});

test('a frame is lost for each time that one was due and did not come, until the first frame after the storm', () => {
  expect(framesLost(reading)).toBe(3 + 0 + 2);
});

test('a frame that comes a little late is not lost', () => {
  expect(framesLost({ begun: 30, ended: 55, frames: [10, 20, 30, 44, 54, 64] })).toBe(0);
});

test('a storm in which nobody pressed, or a press that was not shown, says nothing', () => {
  expect(() => figuresOf({ ...reading, presses: [] }, tasks)).toThrow('Nobody pressed');
  expect(() => figuresOf({ ...reading, presses: [{ at: 60, handled: 1 }] }, tasks)).toThrow('before it had shown');
});
