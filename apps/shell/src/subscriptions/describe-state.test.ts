import { expect, test } from 'vitest';
import { describeState } from './describe-state.ts';

test.each([
  ['Idle', 0, 0, false],
  ['Busy', 1, 0, false],
  ['Busy', 0, 3, false],
  ['Lagging', 1, 3, true],
  ['Was lagging', 1, 0, true],
  ['Was lagging', 0, 0, true],
])('%s: %d running, %d waiting, lagging %s', (words, running, queueDepth, isLagging) => {
  expect(describeState({ running, queueDepth }, isLagging)).toBe(words);
});
