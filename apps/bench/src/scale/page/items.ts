import type { Payload } from '../../contestants/contestant.ts';

/** Payloads of that many articles, of one piece each. */
export function itemsOf(count: number): readonly Payload[] {
  return Array.from({ length: count }, (_item, index) => ({
    sku: `A-${index + 1}`,
    quantity: 1,
    price: 19.5 + index,
    gift: index % 2 === 0,
  }));
}
