import { expect, test } from 'vitest';
import { readCatalogue } from '../catalogue.ts';
import { galleryLock } from '../testing/gallery-lock.test.fixture.ts';
import { manyEventsLock } from '../testing/many-events-lock.test.fixture.ts';
import { startPage } from './start-page.ts';

const page = (lock: Parameters<typeof readCatalogue>[0]) => startPage(readCatalogue(lock, { title: 'The shop' })).text;
const gallery = page(galleryLock);

test('says how much there is, and links each number to what it counts', () => {
  const figures = [...gallery.matchAll(/figure-number">(\d+)<\/span> ([^<]*)/g)].map(([, count, what]) => `${count} ${what}`);
  expect(figures).toEqual(['13 events', '16 versions', '9 apps', '6 owners', '3 with personal data', '2 drafts', '1 deprecated']);
  expect(gallery).toContain('href="index.html?lifecycle=deprecated#events"');
});

test('lists the events by domain, with who emits and who listens', () => {
  expect([...gallery.matchAll(/<h3 class="domain-title"><a[^>]*>([^<]*)/g)].map(([, name]) => name)).toEqual([
    'cart',
    'checkout',
    'profile',
    'shell',
  ]);
  expect(gallery).toMatch(/cart:itemRemoved.*?from .*?>cart<.*?to .*?>recommendations</s);
});

test('a row carries everything that filters go by', () => {
  expect(gallery).toContain(
    'data-domain="cart" data-owner="team-cart" data-lifecycle="deprecated" data-apps="[&quot;cart&quot;,&quot;recommendations&quot;]" data-tags="[]"',
  );
});

test('a filter that has nothing to choose from is left out', () => {
  const { 'cart:changed': only } = galleryLock.contracts;
  const text = page({ lockfileVersion: 1, contracts: { 'cart:changed': only! } });
  expect([...text.matchAll(/<select name="(\w+)"/g)].map(([, name]) => name)).toEqual(['app']);
});

test('of more than a picture can show it shows the way to the pictures of each domain', () => {
  const text = page(manyEventsLock(500));
  expect(text).not.toContain('<svg class="flow-picture"');
  expect(text).toContain('One picture of 500 events and 40 apps would be a knot.');
  expect(text).toContain('<a class="chip" href="domains/domain7.html">domain7</a>');
});

test('an empty lock file says what to do', () => {
  expect(page({ lockfileVersion: 1, contracts: {} })).toContain('<code>busbar snapshot</code>');
});
