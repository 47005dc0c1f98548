import { isPriced, type Line, type Offer } from 'contracts';

/** A line under the name and at the price that it is offered, where its own price is unknown; the very same one otherwise. */
export function priceLine(line: Line, offers: readonly Offer[]): Line {
  const offer = isPriced(line) ? undefined : offers.find(({ sku }) => sku === line.sku);
  return offer ? { ...line, name: offer.name, price: offer.price } : line;
}
