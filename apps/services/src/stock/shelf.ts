import type { StockLine } from 'contracts';

/** How many pieces of each product the shop has; what is reserved comes off it until the parcel has left. */
const onShelf = 250;

/** The products of which fewer are left than are wanted. */
export function missingFrom(wanted: readonly StockLine[], reserved: readonly StockLine[]): readonly string[] {
  const left = (sku: string) => onShelf - sum(reserved.filter((line) => line.sku === sku));
  return wanted.filter(({ sku, quantity }) => quantity > left(sku)).map(({ sku }) => sku);
}

function sum(lines: readonly StockLine[]): number {
  return lines.reduce((pieces, { quantity }) => pieces + quantity, 0);
}
