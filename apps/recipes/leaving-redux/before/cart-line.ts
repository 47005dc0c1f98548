import type { Product } from './products-slice.ts';

export interface CartLine extends Product {
  readonly quantity: number;
}

export function countItems(lines: readonly CartLine[]): number {
  return lines.reduce((sum, { quantity }) => sum + quantity, 0);
}

/** In euro cents. */
export function totalOf(lines: readonly CartLine[]): number {
  return lines.reduce((sum, { price, quantity }) => sum + price * quantity, 0);
}
