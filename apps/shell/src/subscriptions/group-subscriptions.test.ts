import { createBus, createHub } from '@busbar/core';
import { cart, checkout } from 'contracts';
import { expect, it } from 'vitest';
import { groupSubscriptions } from './group-subscriptions.ts';

it('puts all parts of a micro-frontend together, micro-frontends by name, subscriptions by age', () => {
  const bus = createBus({ source: 'shell', hub: createHub() });
  for (const source of ['profile', 'checkout/ledger', 'cart', 'checkout']) {
    const scope = bus.scope({ source });
    for (const contract of [checkout.orderPlaced, cart.changed]) scope.on(contract, () => {});
  }
  const groups = groupSubscriptions(bus.metrics().subscriptions.toReversed());
  expect(
    groups.map(({ name, subscriptions }) => [name, ...subscriptions.map(({ source, target }) => `${source} ${target}`)]),
  ).toEqual([
    ['cart', 'cart checkout:orderPlaced', 'cart cart:changed'],
    [
      'checkout',
      'checkout/ledger checkout:orderPlaced',
      'checkout/ledger cart:changed',
      'checkout checkout:orderPlaced',
      'checkout cart:changed',
    ],
    ['profile', 'profile checkout:orderPlaced', 'profile cart:changed'],
  ]);
});

it('has no groups where nobody listens', () => {
  expect(groupSubscriptions([])).toEqual([]);
});
