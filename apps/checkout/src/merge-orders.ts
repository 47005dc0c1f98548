import type { Order } from 'contracts';

/** How many orders a browser keeps: with a line for each product of the shop they still fit into one event. */
const kept = 50;

/** One list of both, each order once, newest first. */
export function mergeOrders(some: readonly Order[], others: readonly Order[]): readonly Order[] {
  const byNumber = new Map([...some, ...others].map((order) => [order.number, order]));
  return [...byNumber.values()].sort((one, other) => Date.parse(other.placedAt) - Date.parse(one.placedAt)).slice(0, kept);
}
