import { createBus, createHub } from '@busbar/core';
import { cart, profile } from 'contracts';
import { expect, it, vi } from 'vitest';
import { recordTrail } from './record-trail.ts';

const line = { sku: 'lamp-01', name: 'Desk lamp', price: 12_900, quantity: 1 };
const state = { lines: [line], count: 1, total: 12_900 };
const details = { name: 'Ada', email: 'ada@example.org', street: 'Main street 1', postcode: '1010', city: 'Vienna' };

function page() {
  const bus = createBus({ source: 'cart', hub: createHub(), contracts: [cart, profile] });
  const record = () => recordTrail(bus, () => {});
  return { bus, record };
}

it('says which event an event answers', async () => {
  const { bus, record } = page();
  const log = record();
  bus.on(cart.itemAdded, () => bus.emit(cart.changed, state));
  const { sequence } = bus.emit(cart.itemAdded, line);
  await vi.waitFor(() => expect(log.count()).toBe(2));
  expect(log.shown().map(({ type, cause }) => [type, cause])).toEqual([
    ['cart:changed', `cart:itemAdded #${sequence}`],
    ['cart:itemAdded', undefined],
  ]);
});

it('says so when the cause is no longer listed', async () => {
  const { bus, record } = page();
  const log = record();
  const cause = bus.emit(cart.itemAdded, line);
  await vi.waitFor(() => expect(log.count()).toBe(1));
  log.clear();
  bus.emit(cart.changed, state, { cause });
  await vi.waitFor(() => expect(log.count()).toBe(1));
  expect(log.shown()[0]?.cause).toBe('an event that is no longer listed');
});

it('marks what was kept from before it began', async () => {
  const { bus, record } = page();
  bus.emit(cart.changed, state);
  const log = record();
  await vi.waitFor(() => expect(log.count()).toBe(1));
  expect(log.shown()[0]).toMatchObject({ type: 'cart:changed', version: 1, replayed: true, data: state });
});

it('neither shows nor finds personal data', async () => {
  const { bus, record } = page();
  const log = record();
  bus.emit(profile.detailsChanged, details);
  await vi.waitFor(() => expect(log.count()).toBe(1));
  expect(log.shown()[0]).toMatchObject({ masked: true, data: { name: '•••', city: '•••' } });
  log.filter('ada');
  expect(log.shown()).toEqual([]);
});

it('shows what the hub itself tells, and why', async () => {
  const { bus, record } = page();
  const log = record();
  bus.on(cart.itemAdded, () => new Promise(() => {}), { lagThreshold: 20 });
  for (let number = 0; number < 2; number++) bus.emit(cart.itemAdded, line);
  await vi.waitFor(() => {
    bus.emit(cart.itemAdded, line);
    const told = log.shown().find(({ type }) => type === 'busbar:lagging');
    expect(told).toMatchObject({ source: 'busbar', cause: expect.stringMatching(/^cart:itemAdded #\d+$/) });
  });
});

it('finds an event by what is in its payload', async () => {
  const { bus, record } = page();
  const log = record();
  bus.emit(cart.itemAdded, line);
  await vi.waitFor(() => expect(log.count()).toBe(1));
  log.filter('desk');
  expect(log.shown()).toHaveLength(1);
});
