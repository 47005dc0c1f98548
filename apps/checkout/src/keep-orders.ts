import type { Bus } from '@busbar/core';
import { checkout, type Order, shell } from 'contracts';
import { mergeOrders } from './merge-orders.ts';
import { createSlowness } from './slowness.ts';
import { readOrders, writeOrders } from './stored-orders.ts';

/** Keeps what is ordered, and says `checkout:ordersChanged` at once and after each order. Ends with the bus. */
export function keepOrders(bus: Bus): void {
  const { hear, slowly } = createSlowness();
  let orders = readOrders();
  bus.emit(checkout.ordersChanged, { orders: [...orders] });

  bus.on(shell.faultSwitched, hear);
  bus.on(
    checkout.orderPlaced,
    slowly((event) => {
      if (isKnown(orders, event.data)) return; // retained orders come again when the ledger mounts again
      orders = mergeOrders([event.data, ...orders], readOrders()); // another tab may have kept one meanwhile
      writeOrders(orders);
      bus.emit(checkout.ordersChanged, { orders: [...orders] }, { cause: event });
    }),
  );
}

function isKnown(orders: readonly Order[], order: Order): boolean {
  return orders.some(({ number }) => number === order.number);
}
