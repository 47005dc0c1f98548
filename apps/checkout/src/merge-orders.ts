import type { KeptOrder } from 'contracts';

/** How many orders a browser keeps: with a line for each product of the shop they still fit into one event. */
const kept = 50;

/** One list of both, each order once and as far as either knows it to have come, newest first. */
export function mergeOrders(some: readonly KeptOrder[], others: readonly KeptOrder[]): readonly KeptOrder[] {
  const byNumber = new Map<string, KeptOrder>();
  for (const order of [...some, ...others]) {
    const known = byNumber.get(order.number);
    if (!known || isNews(order, known)) byNumber.set(order.number, order);
  }
  return [...byNumber.values()].sort((one, other) => Date.parse(other.placedAt) - Date.parse(one.placedAt)).slice(0, kept);
}

/** Whether an order has come to an end that is not known yet. One that has ended stays as it is. */
export function isNews(order: KeptOrder, known: KeptOrder): boolean {
  return known.status === 'in-progress' && order.status !== 'in-progress';
}
