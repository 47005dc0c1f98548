import type { Product } from './product.ts';

/** One line of the cart. */
export interface CartLine {
  readonly sku: string;
  readonly name: string;
  readonly price: number;
  readonly quantity: number;
}

/** The lines after one piece more of a product. */
export function withOneMore(lines: readonly CartLine[], { sku, name, price }: Product): CartLine[] {
  const known = lines.find((line) => line.sku === sku);
  return known ? withQuantity(lines, sku, known.quantity + 1) : [...lines, { sku, name, price, quantity: 1 }];
}

/** The lines after a change of a quantity; 0 takes the line out. */
export function withQuantity(lines: readonly CartLine[], sku: string, quantity: number): CartLine[] {
  return lines.map((line) => (line.sku === sku ? { ...line, quantity } : line)).filter((line) => line.quantity > 0);
}

export function quantityOf(lines: readonly CartLine[], sku: string): number {
  return lines.find((line) => line.sku === sku)?.quantity ?? 0;
}

export function countOf(lines: readonly CartLine[]): number {
  return lines.reduce((sum, { quantity }) => sum + quantity, 0);
}

/** What all lines cost, in euro cents. */
export function totalOf(lines: readonly CartLine[]): number {
  return lines.reduce((sum, { price, quantity }) => sum + price * quantity, 0);
}
