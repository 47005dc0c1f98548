import '@angular/compiler';
import { expect, test } from 'vitest';
import * as features from './features.ts';
import * as entry from './index.ts';
import * as panel from './panel.ts';

test('the package exports these names and no others', () => {
  expect(Object.keys(entry).sort()).toEqual([
    'injectBus',
    'injectEmit',
    'injectEvent',
    'injectEventState',
    'injectProjection',
    'provideBus',
  ]);
});

test('features of provideBus have an entry of their own', () => {
  expect(Object.keys(features).sort()).toEqual(['withContracts', 'withSource']);
});

test('panels have an entry of their own', () => {
  expect(Object.keys(panel).sort()).toEqual(['injectDeadLetters', 'injectMetrics']);
});
