import { beforeEach, expect, test, vi } from 'vitest';
import { readVisit, type Visit, writeVisit } from './stored-visit.ts';

const visit: Visit = {
  order: {
    number: 'A-1',
    placedAt: '2026-11-22T10:00:00.000Z',
    lines: [{ sku: 'lamp', name: 'Lamp', price: 12_900, quantity: 1 }],
    total: 12_900,
  },
  delivery: { name: 'Aoife', email: 'aoife@example.ie', street: '12 Fade Street', postcode: 'D02 X285', city: 'Dublin' },
};

beforeEach(() => sessionStorage.clear());

test('what was written is read back, until it is forgotten', () => {
  expect(readVisit()).toBeUndefined();
  writeVisit(visit);
  expect(readVisit()).toEqual(visit);
  writeVisit(undefined);
  expect(readVisit()).toBeUndefined();
});

test.each([
  '{',
  'null',
  '{}',
  JSON.stringify({ ...visit, order: {} }),
  JSON.stringify({ ...visit, delivery: { name: 'Aoife' } }),
])('%s is no visit', (text) => {
  writeVisit(visit);
  sessionStorage.setItem(sessionStorage.key(0) ?? '', text);
  expect(readVisit()).toBeUndefined();
});

test('a browser that forbids storage has no visit and makes no error', () => {
  const refuse = () => {
    throw new DOMException('The user denied permission', 'SecurityError');
  };
  vi.spyOn(Storage.prototype, 'getItem').mockImplementation(refuse);
  vi.spyOn(Storage.prototype, 'setItem').mockImplementation(refuse);
  expect(() => writeVisit(visit)).not.toThrow();
  expect(readVisit()).toBeUndefined();
});
