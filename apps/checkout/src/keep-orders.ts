import type { Bus } from '@busbar/core';
import { checkout, type Order } from 'contracts';
import { mergeOrders } from './merge-orders.ts';
import { readOrders, writeOrders } from './stored-orders.ts';

/**
 * Keeps what is ordered, and says `checkout:ordersChanged` at once and after each order. Ends with the bus.
 *
 * The fault that makes checkout slow does not reach this far: whoever left the page meanwhile would lose an order.
 */
export function keepOrders(bus: Bus): void {
  let orders = readOrders();
  bus.emit(checkout.ordersChanged, { orders: [...orders] });

  bus.on(checkout.orderPlaced, (event) => {
    if (isKnown(orders, event.data)) return; // retained orders come again when the ledger mounts again
    orders = mergeOrders([event.data, ...orders], readOrders()); // another tab may have kept one meanwhile
    writeOrders(orders);
    bus.emit(checkout.ordersChanged, { orders: [...orders] });
  });
}

function isKnown(orders: readonly Order[], order: Order): boolean {
  return orders.some(({ number }) => number === order.number);
}
