import { expect, test } from 'vitest';
import { type Measured, measuredText, readMeasured } from './measured.ts';

const machine = { hardware: '2 cores', versions: 'Chromium 156', date: '2026-11-23' };
const measured: Measured = { emit: { machine, findings: { figures: { 'mitt, 1': [24, 25.1], 'mitt, [10]': [] } } } };

test('findings are JSON, a list of figures on one line', () => {
  const text = measuredText(measured);
  expect(JSON.parse(text)).toEqual(measured);
  expect(text).toContain('        "mitt, 1": [24, 25.1],\n');
});

test('where nothing was written there are no findings', () => {
  expect(readMeasured('/nowhere/findings.json')).toEqual({});
});
