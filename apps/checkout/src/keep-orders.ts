import type { Bus } from '@busbar/core';
import { checkout, type KeptOrder, type Order } from 'contracts';
import { isNews, mergeOrders } from './merge-orders.ts';
import { readOrders, writeOrders } from './stored-orders.ts';

/**
 * Keeps what is ordered and what became of it, and says `checkout:ordersChanged` at once and after each change. What another
 * page left in progress is submitted again: whoever places orders does so once for each. Ends with the bus.
 *
 * The fault that makes checkout slow does not reach this far: whoever left the page meanwhile would lose an order.
 */
export function keepOrders(bus: Bus): void {
  let orders = readOrders();
  tell();
  for (const order of orders) if (order.status === 'in-progress') submitAgain(bus, order);

  function tell(): void {
    bus.emit(checkout.ordersChanged, { orders: [...orders] });
  }

  function keep(order: KeptOrder): void {
    const known = orders.find(({ number }) => number === order.number);
    if (known && !isNews(order, known)) return; // retained orders come again when the ledger mounts again
    orders = mergeOrders([order, ...orders], readOrders()); // another tab may have kept one meanwhile
    writeOrders(orders);
    tell();
  }

  bus.on(checkout.orderSubmitted, ({ data }) => keep({ ...data, status: 'in-progress' }));
  bus.on(checkout.orderPlaced, ({ data }) => keep({ ...data, status: 'confirmed' }));
  bus.on(checkout.orderCancelled, ({ data: { number, reason } }) => {
    const order = mergeOrders(orders, readOrders()).find((known) => known.number === number);
    if (order) keep({ ...order, status: 'cancelled', reason });
  });
}

function submitAgain(bus: Bus, { status, reason, ...order }: KeptOrder): void {
  const submitted: Order = order;
  bus.emit(checkout.orderSubmitted, submitted, { idempotencykey: order.number });
}
