import type { Readable } from '@busbar/core';
import { type Comparison, compareWithStore } from '@busbar/strangler';
import { reduxStore } from '@busbar/strangler/redux';
import type { CartLine } from '../before/cart-line.ts';
import { bus } from '../beside/bus.ts';
import { cart, checkout } from '../beside/events.ts';
import { store } from '../recorded/store.ts';

/** Compares the cart of the store with the one that is folded from events. */
export function compareCart(lines: Readable<readonly CartLine[]>): Comparison {
  return compareWithStore(bus, {
    name: 'cart',
    store: reduxStore(store),
    select: ({ cart }): readonly CartLine[] => cart.lines,
    readable: lines,
    events: [cart.itemAdded, cart.quantityChanged, cart.itemRemoved, checkout.orderPlaced],
    // Enough for a page that is tried out. Where customers are, take a week of theirs.
    safeAfter: { agreements: 5 },
  });
}
