import { expect, test } from 'vitest';
import { interleave } from './interleave.ts';

test('every round has all contestants and begins with another one', () => {
  const order = [...interleave(['a', 'b', 'c'], 3)].map(({ round, contestant }) => `${round}${contestant}`);
  expect(order.join(' ')).toBe('0a 0b 0c 1b 1c 1a 2c 2a 2b');
});
