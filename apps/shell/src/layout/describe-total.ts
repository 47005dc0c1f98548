import { isPriced, type Line } from 'contracts';
import { formatPrice } from '../format-price.ts';

/** What a cart costs, for people: `€129.00`; `€129.00 and more` where the price of a line is unknown, `price unknown` where all are. */
export function describeTotal({ lines, total }: { lines: readonly Line[]; total: number }): string {
  if (lines.every(isPriced)) return formatPrice(total);
  return lines.some(isPriced) ? `${formatPrice(total)} and more` : 'price unknown';
}
