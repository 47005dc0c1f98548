import type { Snapshot } from 'xstate';
import type { Order } from './order-machine.ts';

interface StoredOrder {
  readonly order: Order;
  readonly snapshot: Snapshot<unknown>;
}

const prefix = 'xstate-recipe:order:';

/** All orders that this browser knows. */
export function storedOrders(): Order[] {
  const keys = Object.keys(localStorage).filter((key) => key.startsWith(prefix));
  return keys.sort().map((key) => (JSON.parse(localStorage.getItem(key)!) as StoredOrder).order);
}

/** Where an order had come to when it was stored last. */
export function storedSnapshot({ number }: Order): Snapshot<unknown> | undefined {
  const text = localStorage.getItem(prefix + number);
  return text === null ? undefined : (JSON.parse(text) as StoredOrder).snapshot;
}

/** Stores where an order has come to. */
export function storeOrder(stored: StoredOrder): void {
  localStorage.setItem(prefix + stored.order.number, JSON.stringify(stored));
}
