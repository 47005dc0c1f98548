import type { Bus } from '@busbar/core';
import { checkout, type KeptOrder, type Order } from 'contracts';
import { isNews, mergeOrders } from './merge-orders.ts';
import { readOrders, writeOrders } from './stored-orders.ts';
import { whenShownAgain } from './when-shown-again.ts';

/**
 * Keeps what is ordered and what became of it, and says `checkout:ordersChanged` at once and after each change. What another
 * page left in progress is submitted again: whoever places orders does so once for each. What other tabs keep is looked up when
 * a saga ends and when the page is shown again. Ends with the bus.
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

  function lookUp(): void {
    const merged = mergeOrders(orders, readOrders());
    if (JSON.stringify(merged) === JSON.stringify(orders)) return;
    orders = merged;
    tell();
  }

  bus.on(checkout.orderSubmitted, ({ data }) => keep({ ...data, status: 'in-progress' }));
  bus.on(checkout.orderPlaced, ({ data }) => keep({ ...data, status: 'confirmed' }));
  bus.on(checkout.orderCancelled, ({ data: { number, reason } }) => {
    const order = mergeOrders(orders, readOrders()).find((known) => known.number === number);
    if (order) keep({ ...order, status: 'cancelled', reason });
  });
  // Of an order that another tab has placed or cancelled, this page hears by its saga alone.
  for (const end of ['saga:completed', 'saga:undone']) bus.on(end, lookUp, { replay: false });
  whenShownAgain(bus, lookUp);
}

function submitAgain(bus: Bus, { status, reason, ...order }: KeptOrder): void {
  const submitted: Order = order;
  bus.emit(checkout.orderSubmitted, submitted, { idempotencykey: order.number });
}
