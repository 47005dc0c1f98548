import { expect, test } from 'vitest';
import * as surface from './index.ts';

test('the package exports its eight names, and nothing of the core', () => {
  const names = ['deadLetters', 'emitter', 'eventState', 'getBus', 'metrics', 'onEvent', 'projection', 'setBus'];
  expect(Object.keys(surface).sort()).toEqual(names);
});
