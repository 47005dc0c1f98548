import { expect, test } from 'vitest';
import { coversPlace } from './covers-place.ts';

test.each([
  ['/email', '/email', true],
  ['/email', '/mail', false],
  ['', '', true],
  ['/**/name', '/name', true],
  ['/children/**/name', '/children/*/children/*/name', true],
  ['/children/**/name', '/children/*/label', false],
  ['/**', '/anything/below', true],
])('%s covers %s: %s', (pattern, place, covers) => {
  expect(coversPlace(pattern, place)).toBe(covers);
});
