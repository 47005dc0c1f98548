import { expect, test } from 'vitest';
import * as surface from './index.ts';

test('the package exports its names, and nothing of the core', () => {
  expect(Object.keys(surface).sort()).toEqual([
    'BusProvider',
    'createBusHooks',
    'useBus',
    'useDeadLetters',
    'useEmit',
    'useEvent',
    'useEventState',
    'useMetrics',
    'useProjection',
    'useSuspenseEventState',
  ]);
});
