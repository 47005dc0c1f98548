import { expect, test } from 'vitest';
import * as surface from './index.ts';

test('the package exports its nine names, and nothing of the core', () => {
  const names = [
    'createBusPlugin',
    'provideBus',
    'useBus',
    'useDeadLetters',
    'useEmit',
    'useEvent',
    'useEventState',
    'useMetrics',
    'useProjection',
  ];
  expect(Object.keys(surface).sort()).toEqual(names);
});
