import { emitBeside } from '@busbar/strangler';
import { reduxStore } from '@busbar/strangler/redux';
import type { PayloadAction } from '@reduxjs/toolkit';
import { addItem, removeItem, setQuantity } from '../before/cart-slice.ts';
import { placeOrder } from '../before/orders-slice.ts';
import { store } from '../recorded/store.ts';
import { bus } from './bus.ts';
import { cart, checkout } from './events.ts';

/** Every action that changes the cart becomes an event, once the store has taken it. */
export function emitShopEvents(): void {
  emitBeside(reduxStore(store), bus, {
    [addItem.type]: cart.itemAdded,
    [setQuantity.type]: cart.quantityChanged,
    [removeItem.type]: {
      event: cart.itemRemoved,
      data: ({ payload: sku }: PayloadAction<string>) => ({ sku }),
    },
    [placeOrder.fulfilled.type]: checkout.orderPlaced,
  });
}
