import fc from 'fast-check';
import { expect, test } from 'vitest';
import { addressBetween, eventPath, fileNameOf, schemaPath, versionPath } from './addresses.ts';

test('an event lies in the folder of its domain, under its name in lower case', () => {
  expect(eventPath('cart:itemAdded')).toBe('events/cart/item-added/index.html');
  expect(versionPath('cart:itemAdded', 2)).toBe('events/cart/item-added/v2.html');
  expect(schemaPath('cart:itemAdded', 2, 'input')).toBe('events/cart/item-added/v2.input.schema.json');
});

test.each([
  ['item-added', 'item--added'],
  ['ItemAdded', '~-item-added'],
  ['__proto__', '__proto__'],
])('the event %s of a domain lies in the folder %s', (name, folder) => {
  expect(eventPath(`cart:${name}`)).toBe(`events/cart/${folder}/index.html`);
});

test.each([
  ['__proto__', '__proto__'],
  ['team-cart', 'team-cart'],
  ['TeamCart', '~-team~-cart'],
  ['..', '~2e~~2e~'],
  ['a b', 'a~20~b'],
  ['con', 'con~'],
  ['', '~'],
])('%j becomes the file name %j', (name, fileName) => {
  expect(fileNameOf(name)).toBe(fileName);
});

test('file names are safe on every file system, whatever the name', () => {
  fc.assert(
    fc.property(fc.string({ unit: 'binary', maxLength: 40 }), (name) => {
      expect(fileNameOf(name)).toMatch(/^[a-z0-9_~-]{1,80}$/);
      expect(fileNameOf(name)).not.toMatch(/^(con|prn|aux|nul|com\d|lpt\d)$/);
    }),
  );
});

test('different names have different files, also where upper and lower case are the same', () => {
  const names = fc.uniqueArray(fc.string({ unit: fc.constantFrom('a', 'A', 'b', '-', '~', '_', '2', 'd', '.'), maxLength: 8 }));
  fc.assert(fc.property(names, (all) => [fileNameOf, eventPath].every((of) => new Set(all.map(of)).size === all.length)));
});

test('long names that begin alike have different files', () => {
  const [one, other] = [`${'x'.repeat(300)}1`, `${'x'.repeat(300)}2`].map(fileNameOf);
  expect(one).not.toBe(other);
});

test.each([
  ['index.html', 'events/cart/added/index.html', 'events/cart/added/index.html'],
  ['events/cart/added/v1.html', 'index.html', '../../../index.html'],
  ['events/cart/added/v1.html', 'events/cart/added/index.html', 'index.html'],
  ['events/cart/added/index.html', 'events/cart/removed/index.html', '../removed/index.html'],
  ['events/events/x/index.html', 'events/x/index.html', '../../x/index.html'],
])('from %s to %s it is %s', (from, to, address) => {
  expect(addressBetween(from, to)).toBe(address);
});
