import { expect, test } from 'vitest';
import * as surface from './index.ts';

test('the package exports its eight names, and nothing of the core', () => {
  const created = ['createDeadLetters', 'createEmit', 'createEvent', 'createEventState', 'createMetrics', 'createProjection'];
  expect(Object.keys(surface).sort()).toEqual(['BusProvider', ...created, 'useBus']);
});
