import { useEmit, useEvent } from '@busbar/react';
import { useRef, useState } from 'react';
import { type CartLine, countOf, totalOf, withOneMore, withQuantity } from '../shop/cart-line.ts';
import { productOf } from '../shop/product.ts';
import { cart } from './contracts.ts';

/** The lines of the cart, which its panel keeps to itself and tells the others about. */
export function useCart(): readonly CartLine[] {
  const [lines, setLines] = useState<readonly CartLine[]>([]);
  const newest = useRef(lines);
  const lastAdded = useRef<string>(undefined);
  const tell = useEmit(cart.changed);

  const keep = (next: CartLine[]): void => {
    newest.current = next;
    setLines(next);
    tell({ lines: next, count: countOf(next), total: totalOf(next), lastAdded: lastAdded.current });
  };

  useEvent(cart.itemAdded, ({ data }) => {
    const product = productOf(data.sku);
    lastAdded.current = product.name;
    keep(withOneMore(newest.current, product));
  });
  useEvent(cart.quantityChanged, ({ data }) => keep(withQuantity(newest.current, data.sku, data.quantity)));
  return lines;
}
