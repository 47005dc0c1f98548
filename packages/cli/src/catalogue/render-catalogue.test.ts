import { posix } from 'node:path';
import { describe, expect, test } from 'vitest';
import type { CatalogueFile } from './catalogue-file.ts';
import { renderCatalogue } from './render-catalogue.ts';
import { galleryLock } from './testing/gallery-lock.test.fixture.ts';
import { manyEventsLock } from './testing/many-events-lock.test.fixture.ts';
import { nastyLock, nastyNames } from './testing/nasty-lock.test.fixture.ts';

const pagesOf = (files: readonly CatalogueFile[]) => files.filter(({ path }) => path.endsWith('.html'));
const all = (text: string, pattern: RegExp) => [...text.matchAll(pattern)].map((match) => match[1]!);

/** Links that lead to no file, or to no element of it. */
function deadLinks(files: readonly CatalogueFile[]): string[] {
  const ids = new Map(files.map(({ path, text }) => [path, new Set(all(text, / id="([^"]*)"/g))]));
  return pagesOf(files).flatMap(({ path, text }) =>
    all(text, / (?:href|src)="([^"]*)"/g).filter((link) => {
      const [file = '', fragment] = link.replaceAll('&amp;', '&').split('#');
      const target = file === '' ? path : posix.join(posix.dirname(path), file.split('?')[0]!);
      return !ids.has(target) || (fragment !== undefined && !ids.get(target)!.has(fragment));
    }),
  );
}

describe.each([
  ['the gallery', galleryLock],
  ['a lock file of which nothing can be trusted', nastyLock],
  ['fifty events', manyEventsLock(50)],
  ['an empty lock file', { lockfileVersion: 1, contracts: {} } as const],
])('the catalogue of %s', (_, lock) => {
  const files = renderCatalogue(lock, { title: 'The shop' });

  test('every link leads somewhere', () => {
    expect(deadLinks(files)).toEqual([]);
  });

  test('every file has a path of its own that is safe on every file system', () => {
    expect(new Set(files.map(({ path }) => path.toLowerCase())).size).toBe(files.length);
    expect(files.filter(({ path }) => !/^(?:[a-z0-9_~-]+\/)*[a-z0-9_~.-]+$/.test(path))).toEqual([]);
  });

  test('no id is there twice on a page', () => {
    for (const { path, text } of pagesOf(files)) {
      const ids = all(text, / id="([^"]*)"/g);
      expect(new Set(ids).size, path).toBe(ids.length);
    }
  });

  test('no script and no style stands in a page', () => {
    for (const { text } of pagesOf(files)) {
      expect(text.replaceAll(/<script src="[./]*(theme|catalogue)\.js"( defer)?><\/script>/g, '')).not.toMatch(
        /<script|<style|<[^>]*\s(style|on\w+)="/i,
      );
    }
  });

  test('nothing is asked of another host', () => {
    for (const { text } of pagesOf(files)) expect(text).not.toMatch(/ (href|src)="(?:[a-z]+:|\/)/i);
  });

  test('the same lock file gives the same files', () => {
    expect(renderCatalogue(lock, { title: 'The shop' })).toEqual(files);
  });
});

const gallery = renderCatalogue(galleryLock, { title: 'The shop' });
const page = (path: string) => gallery.find((file) => file.path === path)!.text;

test('the order of the lock file changes nothing', () => {
  const contracts = Object.fromEntries(Object.entries(galleryLock.contracts).reverse());
  expect(renderCatalogue({ lockfileVersion: 1, contracts }, { title: 'The shop' })).toEqual(gallery);
});

test('every version has an address, and that of the newest leads to the event', () => {
  expect(page('events/cart/item-added/index.html')).toContain('<h2 id="change">Since version 2</h2>');
  expect(page('events/cart/item-added/v2.html')).toContain('<a href="index.html">Version 3 is the newest.</a>');
  expect(page('events/cart/item-added/v3.html')).toContain('<meta http-equiv="refresh" content="0; url=index.html">');
});

test('the JSON Schema of every version is a file of its own', () => {
  const { contracts } = galleryLock;
  expect(JSON.parse(page('events/cart/item-added/v1.input.schema.json'))).toEqual(
    contracts['cart:itemAdded']!.versions['1']!.input,
  );
  expect(JSON.parse(page('events/cart/item-added/v1.output.schema.json'))).toEqual(
    contracts['cart:itemAdded']!.versions['1']!.output,
  );
});

test('a deprecated event says until when, and what to use', () => {
  const text = page('events/cart/item-removed/index.html');
  expect(text).toMatch(/Deprecated\..*2027-03-31.*href="\.\.\/quantity-changed\/index\.html"/);
  expect(page('apps/cart.html')).toMatch(/cart:itemRemoved<\/a> goes on .*2027-03-31/);
});

test('a page of an event says how versions get along, and which casts there are', () => {
  const text = page('events/cart/item-added/v2.html');
  expect(text).toMatch(/Listeners on v2, emitters on v1 <span class="badge badge-warning">fits after a cast/);
  expect(text).toContain('The contract has an upcast from version 1 and a downcast to version 1.');
});

test('what emitters may leave out is told', () => {
  expect(page('events/cart/item-added/index.html')).toContain(
    '<code>currency</code> may be left out by emitters; the bus fills in',
  );
});

test('a page of an app says who depends on it, and on whom it depends', () => {
  const text = page('apps/profile.html');
  expect(text).toMatch(/Apps that hear profile.*checkout<\/a> <span[^>]*>through .*profile:detailsChanged/s);
  expect(text).toMatch(/Apps that profile hears.*shell<\/a> <span[^>]*>through .*shell:faultSwitched/s);
});

test('the page of tags begins with personal data, and names the fields', () => {
  const tags = all(page('tags.html'), /<h2 id="tag-([^"]*)"/g);
  expect(tags[0]).toBe('pii');
  expect(page('tags.html')).toContain('<code class="place">billTo.street</code>');
});

test('an event that is gone stays as a record', () => {
  const contract = { ...galleryLock.contracts['cart:changed']!, removed: true as const };
  const files = renderCatalogue({ lockfileVersion: 1, contracts: { 'cart:changed': contract } }, { title: 'The shop' });
  expect(files.find(({ path }) => path === 'events/cart/changed/index.html')?.text).toContain(
    'Nobody defines this event any more.',
  );
});

test('events whose names differ in case only have pages of their own', () => {
  const files = renderCatalogue(nastyLock, { title: 'Nasty' });
  expect(files.filter(({ path }) => path.startsWith('events/') && path.endsWith('/index.html'))).toHaveLength(nastyNames.length);
});

test('where it will be served, pages say their address', () => {
  const files = renderCatalogue(galleryLock, { title: 'The shop', baseUrl: 'https://events.example.org/shop/' });
  const text = files.find(({ path }) => path === 'events/cart/changed/index.html')?.text;
  expect(text).toContain('<link rel="canonical" href="https://events.example.org/shop/events/cart/changed/">');
  expect(files.find(({ path }) => path === 'sitemap.txt')?.text).toMatch(/^https:\/\/events\.example\.org\/shop\/\n/);
});

test('the date is there only where somebody gives it', () => {
  expect(page('index.html')).toContain('from the lock file.</p>');
  const [first] = renderCatalogue(galleryLock, { title: 'The shop', generatedAt: '22 November 2026' });
  expect(first?.text).toContain('from the lock file, 22 November 2026.');
});
