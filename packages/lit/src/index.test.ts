import { expect, test } from 'vitest';
import * as element from './element.ts';
import * as surface from './index.ts';
import * as panel from './panel.ts';
import * as provider from './provider.ts';

test('the package exports its five names, and nothing of the core', () => {
  const controllers = ['EventController', 'EventStateController', 'ProjectionController'];
  expect(Object.keys(surface).sort()).toEqual([...controllers, 'busOf', 'emitter']);
});

test('providing, panels and plain elements have entries of their own', () => {
  expect(Object.keys(provider).sort()).toEqual(['busContext', 'provideBus']);
  expect(Object.keys(panel).sort()).toEqual(['DeadLettersController', 'MetricsController']);
  expect(Object.keys(element)).toEqual(['createHost']);
});
