import { type CartLine, countItems, totalOf } from './cart-line.ts';

export interface Order {
  readonly number: string;
  readonly count: number;
  /** In euro cents. */
  readonly total: number;
}

const mostOfOne = 5;

/** Writes an order into the books of this browser, and answers what the customer is told; refuses more than five of one thing. */
export async function takeOrder(lines: readonly CartLine[]): Promise<Order> {
  const tooMany = lines.find(({ quantity }) => quantity > mostOfOne);
  if (tooMany) throw new Error(`We sell no more than ${mostOfOne} of ${tooMany.name} at a time.`);
  const taken = Number(sessionStorage.getItem('orders-taken') ?? 0) + 1;
  sessionStorage.setItem('orders-taken', String(taken));
  return { number: `S-${taken}`, count: countItems(lines), total: totalOf(lines) };
}
