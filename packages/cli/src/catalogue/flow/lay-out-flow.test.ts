import { expect, test } from 'vitest';
import { readCatalogue } from '../catalogue.ts';
import { galleryLock } from '../testing/gallery-lock.test.fixture.ts';
import { appFlow, domainFlow, eventFlow, isLegible } from './event-flow.ts';
import { type FlowLayout, layOutFlow, nodeHeight } from './lay-out-flow.ts';

const catalogue = readCatalogue(galleryLock, { title: 'The shop' });
const place = (layout: FlowLayout, id: string) => layout.nodes.find((node) => node.id === id)!;

test('apps that emit are left of their events, apps that listen are right of them', () => {
  const layout = layOutFlow(eventFlow(catalogue.events));
  const [emitter, event, listener] = ['emits cart', 'event cart:changed', 'listens shell'].map((id) => place(layout, id));
  expect(emitter!.x + emitter!.width).toBeLessThan(event!.x);
  expect(event!.x + event!.width).toBeLessThan(listener!.x);
});

test('nodes do not overlap, and nothing leaves the picture', () => {
  const { nodes, width, height } = layOutFlow(eventFlow(catalogue.events));
  for (const one of nodes) {
    const below = nodes.filter((other) => other !== one && other.x === one.x && Math.abs(other.y - one.y) < nodeHeight);
    expect(below, one.id).toEqual([]);
    expect(one.x >= 0 && one.y >= 0 && one.x + one.width <= width && one.y + nodeHeight <= height, one.id).toBe(true);
  }
});

test('events of one domain stand together', () => {
  const { nodes } = layOutFlow(eventFlow(catalogue.events));
  const domains = nodes
    .filter(({ kind }) => kind === 'event')
    .sort((one, other) => one.y - other.y)
    .map(({ group }) => group);
  expect(domains.filter((domain, index) => domain !== domains[index - 1])).toHaveLength(4);
});

test('the order of the lock file changes nothing in the picture', () => {
  const backwards = { ...galleryLock, contracts: Object.fromEntries(Object.entries(galleryLock.contracts).reverse()) };
  const other = readCatalogue(backwards, { title: 'The shop' });
  expect(layOutFlow(eventFlow(other.events))).toEqual(layOutFlow(eventFlow(catalogue.events)));
});

test('an app that emits and listens has two places, and none of them in the middle', () => {
  const { columns } = eventFlow(catalogue.events);
  expect(columns.map(({ nodes }) => nodes.filter(({ label }) => label === 'cart').length)).toEqual([1, 0, 1]);
});

test('an event whose emitters and listeners nobody knows is no part of it', () => {
  const lonely = { ...catalogue.events[0]!, emitters: [], listeners: [] };
  expect(isLegible(eventFlow([lonely]))).toBe(false);
});

test('what is too much for a picture of events is one of domains', () => {
  const many = Array.from({ length: 60 }, (_, index) => ({ ...catalogue.events[0]!, type: `cart:thing${index}Happened` }));
  expect(isLegible(eventFlow(many))).toBe(false);
  const { columns } = domainFlow(new Map([['cart', many]]));
  expect(columns[1]?.nodes.map(({ label }) => label)).toEqual(['cart: 60 events']);
});

test('an app stands between what it listens to and what it emits', () => {
  const { columns } = appFlow(catalogue.apps.find(({ name }) => name === 'cart')!);
  expect(columns.map(({ nodes }) => nodes.map(({ label }) => label))).toEqual([
    ['cart:itemAdded', 'profile:signedOut'],
    ['cart'],
    ['cart:changed', 'cart:itemRemoved', 'cart:quantityChanged'],
  ]);
});

test('long names are shortened in the middle', () => {
  const type = `shell:${'searchResults'.repeat(6)}Presented`;
  const node = place(layOutFlow(eventFlow([{ ...catalogue.events[0]!, type }])), `event ${type}`);
  expect(node.text).toBe('shell:searchResultssearchResultssearchResul…ltsPresented');
});
