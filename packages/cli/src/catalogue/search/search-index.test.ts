import { runInNewContext } from 'node:vm';
import { expect, test } from 'vitest';
import { readCatalogue } from '../catalogue.ts';
import { galleryLock } from '../testing/gallery-lock.test.fixture.ts';
import { nastyLock } from '../testing/nasty-lock.test.fixture.ts';
import { entriesOf, searchIndex } from './search-index.ts';

const gallery = readCatalogue(galleryLock, { title: 'The shop' });

test('an event is found by its fields, owner, tags and apps', () => {
  const entry = entriesOf(gallery).find(({ name }) => name === 'profile:detailsChanged');
  expect(entry).toMatchObject({
    kind: 'event',
    path: 'events/profile/details-changed/index.html',
    summary: 'The customer gave another name or address',
    words: ['team-profile', 'pii', 'profile', 'checkout'],
  });
  expect(entry?.fields).toContainEqual(['email', 'field.email']);
});

test('domains, apps, owners and tags are found, too', () => {
  const kinds = entriesOf(gallery).map(({ kind, name }) => `${kind} ${name}`);
  expect(kinds).toEqual(expect.arrayContaining(['domain cart', 'app shell', 'owner team-cart', 'tag pii']));
});

test('the script gives what was indexed, whatever it holds', () => {
  const nasty = readCatalogue(nastyLock, { title: 'Nasty' });
  const page: { busbarSearchIndex?: unknown; hacked?: unknown } = {};
  runInNewContext(searchIndex(nasty), Object.assign(page, { globalThis: page }));
  expect(JSON.parse(JSON.stringify(page.busbarSearchIndex))).toEqual(JSON.parse(JSON.stringify(entriesOf(nasty))));
  expect(page.hacked).toBeUndefined();
  expect(searchIndex(nasty)).not.toContain('</script');
});
