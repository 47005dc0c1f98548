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

/** What may follow what. An order that was placed can still be cancelled, where it was left in the middle; then it is for good. */
const course: readonly KeptOrder['status'][] = ['in-progress', 'confirmed', 'cancelled'];

/** Whether an order has come further than is known. */
export function isNews(order: KeptOrder, known: KeptOrder): boolean {
  return course.indexOf(order.status) > course.indexOf(known.status);
}
