import { expect, test } from 'vitest';
import * as surface from './index.ts';
import * as panel from './panel.ts';

test('the package exports its names, and nothing of the core', () => {
  expect(Object.keys(surface).sort()).toEqual([
    'BusProvider',
    'createBusHooks',
    'useBus',
    'useEmit',
    'useEvent',
    'useEventState',
    'useProjection',
    'useSuspenseEventState',
  ]);
});

test('panels have an entry of their own', () => {
  expect(Object.keys(panel).sort()).toEqual(['useDeadLetters', 'useMetrics']);
});
