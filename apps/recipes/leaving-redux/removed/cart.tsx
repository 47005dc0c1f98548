import type { Readable } from '@busbar/core';
import { useEmit, useProjection } from '@busbar/react';
import type { ReactElement } from 'react';
import type { CartLine } from '../before/cart-line.ts';
import { CartRow } from '../before/cart-row.tsx';
import { cart } from '../beside/events.ts';

export function Cart({ lines: projected }: { readonly lines: Readable<readonly CartLine[]> }): ReactElement {
  const lines = useProjection(projected);
  const changeQuantity = useEmit(cart.quantityChanged);
  const removeItem = useEmit(cart.itemRemoved);
  return (
    <section aria-label="Cart">
      <h2>Cart</h2>
      {lines.length === 0 && <p>Nothing yet</p>}
      <ul>
        {lines.map((line) => (
          <CartRow
            key={line.sku}
            line={line}
            onChange={(quantity) => changeQuantity({ sku: line.sku, quantity })}
            onRemove={() => removeItem({ sku: line.sku })}
          />
        ))}
      </ul>
    </section>
  );
}
