import type { BusEvent } from '@busbar/core';
import { defineProjection, fold } from '@busbar/patterns';
import type { CartLine } from '../before/cart-line.ts';
import { cart } from '../beside/events.ts';
import { cartProjection } from './cart-projection.ts';

const asItShould = (lines: readonly CartLine[], event: BusEvent) => fold(cartProjection, [event], lines);

/** As people forget it: that an order empties the cart stands in another place of the reducer. */
export const mistakenProjection = defineProjection('cart', {
  initial: cartProjection.initial,
  contracts: [cart.itemAdded, cart.quantityChanged, cart.itemRemoved],
  on: { 'cart:itemAdded': asItShould, 'cart:quantityChanged': asItShould, 'cart:itemRemoved': asItShould },
});
