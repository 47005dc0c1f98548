import type { CartLine } from './cart-line.ts';

/** Who is logged in. */
export interface Customer {
  readonly name: string;
  readonly postcode: string;
  readonly points: number;
}

/** What a customer ordered. */
export interface Order {
  readonly number: string;
  readonly placedOn: string;
  readonly lines: readonly CartLine[];
}

/** The customer of the measured visit. */
export const ada: Customer = { name: 'Ada Ampere', postcode: '10115', points: 120 };

/** What a customer ordered so far, oldest first; nothing where nobody is logged in. */
export function ordersOf(customer: Customer | null): readonly Order[] {
  return customer ? orders : [];
}

const orders: readonly Order[] = [
  { number: 'S-1001', placedOn: '2026-03-02', lines: [{ sku: 'lamp-1', name: 'Brass lamp', price: 1_900, quantity: 1 }] },
  { number: 'S-1042', placedOn: '2026-07-19', lines: [{ sku: 'mug-3', name: 'Oak mug', price: 7_200, quantity: 4 }] },
];

/** The newest first. */
export function newestFirst(some: readonly Order[]): Order[] {
  return [...some].sort((one, other) => (one.placedOn < other.placedOn ? 1 : -1));
}

/** Whether a product is in one of the orders. */
export function hasOrdered(some: readonly Order[], sku: string): boolean {
  return some.some(({ lines }) => lines.some((line) => line.sku === sku));
}

/** What is saved on a total, in euro cents: customers who are logged in pay five in a hundred less. */
export function discountOn(total: number, customer: Customer | null): number {
  return customer ? Math.round(total * 0.05) : 0;
}

/** What is missing for free delivery, in euro cents. */
export function missingForFreeDelivery(total: number): number {
  return Math.max(0, 10_000 - total);
}
