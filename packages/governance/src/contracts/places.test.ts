import { expect, it } from 'vitest';
import { meet, placesOf, reaches } from './places.ts';

it.each([
  ['/lines/*/sku', '/lines/*/sku', true],
  ['/lines/0/sku', '/lines/*/sku', true],
  ['/lines/*/sku', '/lines/*', true],
  ['/lines/*', '/lines/*/sku', false],
  ['/prices/A-1', '/prices/*', true],
  ['/prices/*', '/prices/total', false],
  ['/sizes/*', '/sizes/1', true],
  ['/**', '/lines/*/sku', true],
  ['/lines/**', '/lines', true],
  ['/lines/**', '/total', false],
  ['/children/*/children/*/name', '/children/*/**/name', true],
  ['/children/*/children/*', '/children/*/**/name', false],
  ['', '', true],
  ['/total', '', false],
])('who reads %s reads %s: %s', (read, place, isRead) => {
  expect(reaches(read, place)).toBe(isRead);
});

it.each([
  ['/lines/*/sku', '/lines/0/sku', true],
  ['/lines/**', '/lines/*/sku', true],
  ['/lines', '/lines/*', false],
])('%s and %s may be one place: %s', (one, other, areOne) => {
  expect([meet(one, other), meet(other, one)]).toEqual([areOne, areOne]);
});

it('no place is told of what may be at any depth, of open objects, and of what is never there', () => {
  const node = { type: 'object', properties: { name: {}, never: { not: {} }, children: { items: { $ref: '#' } } } };
  expect(placesOf({ ...node, additionalProperties: {} })).toEqual([
    '/children',
    '/children/*',
    '/children/*/**/children',
    '/children/*/**/children/*',
    '/children/*/**/name',
    '/name',
  ]);
});
