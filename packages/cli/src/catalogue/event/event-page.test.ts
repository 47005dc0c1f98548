import { expect, test } from 'vitest';
import { type EventVersion, readCatalogue } from '../catalogue.ts';
import { lockedVersion, objectOf } from '../testing/locked-version.test.fixture.ts';
import { eventPage } from './event-page.ts';

/** The page of an event with a single version. */
function page(more: Partial<EventVersion>, type = 'cart:itemAdded'): string {
  const version = lockedVersion(objectOf({ sku: { type: 'string' } }), more);
  const lock = {
    lockfileVersion: 1,
    contracts: { [type]: { emitters: [], listeners: ['cart'], versions: { 1: version } } },
  } as const;
  const catalogue = readCatalogue(lock, { title: 'The shop' });
  const event = catalogue.byType.get(type)!;
  return eventPage(catalogue, event, event.newest, undefined).text;
}

test.each([
  [{ retain: 'latest' }, 'The latest'],
  [{ retain: 5 }, 'The last 5'],
  [{ retain: 'by-key' }, 'The last ones of every key'],
  [{ dom: 'off' }, 'Not mirrored to window and not heard from there'],
  [{ dom: 'out' }, 'Mirrored to window, not heard from there'],
  [{ ttl: 60_000 }, 'After 60,000 ms'],
  [{ lifecycle: 'draft' }, 'Its shape may still change without a new version.'],
  [{ owner: 'team-cart' }, '<a href="../../../owners/team-cart.html">team-cart</a>'],
  [{}, 'Without an owner'],
  [{ unseen: ['#/properties/sku'] }, 'Checks that this page cannot show'],
  [{ notPlain: [{ path: '#/properties/at', kind: 'date' }] }, 'no plain data: date at <code>#/properties/at</code>'],
  [{ rules: [{ path: '#/', id: 'sum' }] }, 'Also checked: <code>sum</code> at <code>#/</code>'],
] as const)('%j says «%s»', (more, words) => {
  expect(page(more)).toContain(words);
});

test.each([
  [{ output: objectOf({ sku: {} }) }, 'are passed on as they are'],
  [{}, 'are not passed on'],
  [{ input: { ...objectOf({ sku: {} }), additionalProperties: false } }, 'Emitters may give no other fields.'],
])('with %j other fields %s', (more, words) => {
  expect(page(more as Partial<EventVersion>)).toContain(words);
});

test('who is not known is said not to be', () => {
  expect(page({})).toMatch(/<dt>Emitted by<\/dt><dd><span class="muted">nobody known/);
});

test('a long name may break between its words', () => {
  expect(page({}, 'cart:itemAddedTwice')).toContain('cart:<wbr>item<wbr>Added<wbr>Twice');
});

test('more examples than a page can show are counted', () => {
  const text = page({ examples: Array.from({ length: 12 }, (_, index) => ({ sku: `lamp-${index}` })) });
  expect(text).toContain('And 2 more in the lock file.');
  expect(text).toContain('lamp-9');
});

test('the page says of its newest version what people share', () => {
  expect(page({ summary: 'A product was put into the cart' })).toContain(
    '<meta name="description" content="A product was put into the cart">',
  );
});
