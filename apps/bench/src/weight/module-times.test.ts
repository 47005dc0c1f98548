import { expect, test } from 'vitest';
import type { TraceEvent } from '../measure/script-time.ts';
import { firstHandled } from './first-event-step.ts';
import { moduleTimes } from './module-times.ts';

interface Given {
  readonly url?: string;
  readonly tid?: number;
  readonly pid?: number;
}

const event = (name: string, ts: number, tdur: number, { url = '/busbar.js', tid = 1, pid = 1 }: Given = {}): TraceEvent => ({
  name,
  ph: 'X',
  pid,
  tid,
  ts,
  dur: tdur,
  tdur,
  args: { data: { url } },
});

const ownPage = [
  event('v8.parseOnBackground', 100, 2_000, { tid: 2 }),
  event('v8.compileModule', 2_200, 500),
  event('v8.evaluateModule', 2_800, 4_000),
  event(firstHandled, 6_000, 0),
];

test('a module takes its parsing on every thread, and its scripts until the first event', () => {
  const later = event('FunctionCall', 7_000, 3_000);
  expect(moduleTimes([...ownPage, later], '/busbar.js')).toEqual({ parse: 2.5, script: 4 });
});

test('modules of other pages and processes do not count', () => {
  const others = [
    event('v8.compileModule', 0, 700, { url: 'chrome://popup.js', pid: 7 }),
    event('v8.evaluateModule', 1_000, 900, { pid: 7 }),
    event('v8.compileModule', 50, 30, { url: '/blank.js' }),
    event('v8.evaluateModule', 90, 5),
  ];
  expect(moduleTimes([...others, ...ownPage], '/busbar.js')).toEqual({ parse: 2.5, script: 4 });
});

test('a trace without the module, or without what it ran, is refused', () => {
  expect(() => moduleTimes(ownPage, '/mitt.js')).toThrow('tells of no module /mitt.js');
  expect(() => moduleTimes(ownPage.slice(0, 2), '/busbar.js')).toThrow('nothing that /busbar.js has run');
});
