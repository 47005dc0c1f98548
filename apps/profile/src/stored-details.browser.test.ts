import { afterEach, expect, test, vi } from 'vitest';
import { readDetails, storeDetails } from './stored-details.ts';

const details = {
  name: 'Aoife Byrne',
  email: 'aoife@example.ie',
  street: '12 Fade Street',
  postcode: 'D02 X285',
  city: 'Dublin',
};

afterEach(() => localStorage.clear());

test('reads what it stored', () => {
  expect(readDetails()).toBeUndefined();
  expect(storeDetails(details)).toBe(true);
  expect(readDetails()).toEqual(details);
});

test.each(['{', '7', '{"name":"Aoife"}', JSON.stringify({ ...details, city: 7 })])('does not trust %s', (text) => {
  localStorage.setItem('profile:details', text);
  expect(readDetails()).toBeUndefined();
});

test('says so when the browser keeps nothing', () => {
  vi.spyOn(Storage.prototype, 'setItem').mockImplementation(() => {
    throw new DOMException('full', 'QuotaExceededError');
  });
  expect(storeDetails(details)).toBe(false);
});
