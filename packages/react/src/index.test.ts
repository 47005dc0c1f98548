import { expect, test } from 'vitest';
import * as surface from './index.ts';

test('the package exports its five names, and nothing of the core', () => {
  expect(Object.keys(surface).sort()).toEqual(['BusProvider', 'useBus', 'useEmit', 'useEvent', 'useEventState']);
});
