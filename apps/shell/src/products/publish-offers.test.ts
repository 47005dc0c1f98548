import { createBus, createHub } from '@busbar/core';
import { shell } from 'contracts';
import { expect, it } from 'vitest';
import { catalogue } from './catalogue.ts';
import { publishOffers } from './publish-offers.ts';

it('tells whoever comes later what each product costs', () => {
  const hub = createHub();
  publishOffers(createBus({ source: 'shell', hub }));
  const offers = createBus({ source: 'cart', hub }).latest(shell.offersChanged).get()?.offers;
  expect(offers).toHaveLength(catalogue.length);
  expect(offers).toContainEqual({ sku: 'kettle-02', name: 'Stove kettle', price: 8_900 });
});
