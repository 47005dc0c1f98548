import { expect, test } from 'vitest';
import { marks } from './storms.ts';
import { type TaskEvent, taskLengths } from './task-lengths.ts';

/** Times in microseconds; of the thread's own time half has passed, unless it is said. */
function event(name: string, ts: number, dur = 0, tdur = dur / 2, tid = 1): TaskEvent {
  return { name, ph: 'X', pid: 1, tid, ts, tts: ts / 2, dur, tdur, args: {} };
}
function task(ts: number, dur: number, tdur?: number, tid?: number): TaskEvent {
  return event('ThreadControllerImpl::RunTask', ts, dur, tdur, tid);
}

const [begin, end] = [event(marks.begin, 1_000), event(marks.end, 100_000)];

test('a task is as long as its thread worked on it, and all of them are what the main thread worked', () => {
  const tasks = [task(900, 40_000), task(50_000, 8_000)];
  expect(taskLengths([begin, ...tasks, end])).toEqual({ worked: 24, longestTask: 20, longestAfter: 0 });
});

test('no task is longer than it took, whatever the clock of the thread says', () => {
  expect(taskLengths([begin, task(2_000, 5_000, 300_000), end]).longestTask).toBe(5);
});

test('after the emitting, a task is what it did after the last mark in it', () => {
  const whole = task(900, 40_000);
  const emitted = [event(marks.emitted, 10_000), event(marks.emitted, 36_900)];
  expect(taskLengths([begin, whole, ...emitted, end])).toMatchObject({ longestTask: 20, longestAfter: 2 });
});

test('tasks that a script asked for count as what comes after emitting, and no others', () => {
  const asked = { ...task(50_000, 8_000), args: { src_func: 'DOMTask' } };
  expect(taskLengths([begin, task(2_000, 40_000), asked, end])).toMatchObject({ longestTask: 20, longestAfter: 4 });
});

test('tasks of other threads and of other times do not count', () => {
  const others = [task(0, 900), task(100_000, 900), task(2_000, 900, 900, 2), event('Layout', 2_000, 900)];
  expect(taskLengths([begin, ...others, task(2_000, 400), end])).toMatchObject({ worked: 0.2, longestTask: 0.2 });
});

test('what the page went through before its last storm does not count', () => {
  const before = [event(marks.begin, 100), task(200, 700), event(marks.end, 950)];
  expect(taskLengths([...before, begin, task(2_000, 400), end]).worked).toBe(0.2);
});

test('a trace without a storm is refused', () => {
  expect(() => taskLengths([begin])).toThrow('The trace tells of no storm.');
});
