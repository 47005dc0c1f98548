import { checkout, type KeptOrder } from 'contracts';
import { mergeOrders } from './merge-orders.ts';

const key = 'shop.orders';

/** The orders that this browser kept, newest first; none where it kept none, or something that is no list of orders. */
export function readOrders(): readonly KeptOrder[] {
  try {
    const orders = [JSON.parse(localStorage.getItem(key) ?? '[]')].flat().map(withStatus);
    const result = checkout.ordersChanged.schema['~standard'].validate({ orders });
    return 'value' in result ? mergeOrders(result.value.orders, []) : [];
  } catch {
    return [];
  }
}

/** Keeps the orders for the next visit. Where the browser keeps nothing (full, or forbidden), they live as long as the page. */
export function writeOrders(orders: readonly KeptOrder[]): void {
  try {
    localStorage.setItem(key, JSON.stringify(orders));
  } catch {
    // Nothing to do: the orders on the page are right all the same.
  }
}

/** Releases that knew no other orders kept confirmed ones, without a word about it. */
function withStatus(order: unknown): unknown {
  return { status: 'confirmed', ...Object(order) };
}
