import { expect, test } from 'vitest';
import { scriptTimes, type TraceEvent } from './script-time.ts';

const event = (name: string, ts: number, dur?: number, tid = 1): TraceEvent => ({
  name,
  ph: 'X',
  pid: 1,
  tid,
  ts,
  ...(dur !== undefined && { dur, tdur: dur }),
  args: {},
});
const timesOf = (...events: TraceEvent[]) => scriptTimes(events, 'begin', 'end');

test('what runs between a begin and its last end counts, once', () => {
  const inner = event('FunctionCall', 1_200, 300);
  expect(timesOf(event('begin', 1_000), event('FunctionCall', 1_100, 2_000), inner, event('end', 4_000))).toEqual([2]);
});

test('the call in which the action began counts, and what comes after the end does not', () => {
  const events = [
    event('FunctionCall', 900, 1_000),
    event('begin', 1_000),
    event('end', 3_000),
    event('FunctionCall', 3_100, 500),
  ];
  expect(timesOf(...events)).toEqual([1]);
});

test('each action has its own time, until its last end before the next one', () => {
  const first = [event('begin', 0), event('end', 1_000), event('RunMicrotasks', 1_500, 400), event('end', 2_000)];
  const second = [event('begin', 3_000), event('FunctionCall', 3_100, 700), event('end', 4_000)];
  expect(timesOf(...first, ...second)).toEqual([0.4, 0.7]);
});

test('layout and other threads do not count', () => {
  const events = [event('begin', 0), event('Layout', 100, 500), event('FunctionCall', 100, 500, 2), event('end', 1_000)];
  expect(timesOf(...events)).toEqual([0]);
});

test('a thread whose clock jumps took no longer than the clock on the wall says', () => {
  const jumped = { ...event('FunctionCall', 100, 500), tdur: 300_000 };
  expect(timesOf(event('begin', 0), jumped, event('end', 1_000))).toEqual([0.5]);
});
