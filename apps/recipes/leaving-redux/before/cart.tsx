import type { ReactElement } from 'react';
import { CartRow } from './cart-row.tsx';
import { removeItem, selectLines, setQuantity } from './cart-slice.ts';
import { useAppDispatch, useAppSelector } from './hooks.ts';

export function Cart(): ReactElement {
  const lines = useAppSelector(selectLines);
  const dispatch = useAppDispatch();
  return (
    <section aria-label="Cart">
      <h2>Cart</h2>
      {lines.length === 0 && <p>Nothing yet</p>}
      <ul>
        {lines.map((line) => (
          <CartRow
            key={line.sku}
            line={line}
            onChange={(quantity) => dispatch(setQuantity({ sku: line.sku, quantity }))}
            onRemove={() => dispatch(removeItem(line.sku))}
          />
        ))}
      </ul>
    </section>
  );
}
