import { emitBeside } from '@busbar/strangler';
import { reduxStore } from '@busbar/strangler/redux';
import { placeOrder } from '../before/orders-slice.ts';
import { bus } from '../beside/bus.ts';
import { checkout } from '../beside/events.ts';
import { store } from './store.ts';

/** Orders are still in the store, which tells of them as before. */
export function emitOrders(): void {
  emitBeside(reduxStore(store), bus, { [placeOrder.fulfilled.type]: checkout.orderPlaced });
}
