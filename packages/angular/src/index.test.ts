import '@angular/compiler';
import { expect, test } from 'vitest';
import * as entry from './index.ts';

test('the package exports these names and no others', () => {
  expect(Object.keys(entry).sort()).toEqual([
    'injectBus',
    'injectDeadLetters',
    'injectEmit',
    'injectEvent',
    'injectEventState',
    'injectMetrics',
    'injectProjection',
    'provideBus',
    'withContracts',
    'withSource',
  ]);
});
