import { expect, test } from 'vitest';
import * as surface from './index.ts';

test('the package exports its six names, and nothing of the core', () => {
  const names = ['createBusPlugin', 'provideBus', 'useBus', 'useEmit', 'useEvent', 'useEventState'];
  expect(Object.keys(surface).sort()).toEqual(names);
});
