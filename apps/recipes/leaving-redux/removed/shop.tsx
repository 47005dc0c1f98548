import type { Readable } from '@busbar/core';
import type { ReactElement } from 'react';
import type { CartLine } from '../before/cart-line.ts';
import { CartBadge } from '../compared/cart-badge.tsx';
import { Cart } from './cart.tsx';
import { Checkout } from './checkout.tsx';
import { LeftoverReport } from './leftover-report.tsx';
import { ProductList } from './product-list.tsx';

export function Shop({ lines }: { readonly lines: Readable<readonly CartLine[]> }): ReactElement {
  return (
    <>
      <div className="bar">
        <strong>Corner shop</strong>
        <CartBadge lines={lines} />
      </div>
      <ProductList />
      <Cart lines={lines} />
      <Checkout lines={lines} />
      <LeftoverReport />
    </>
  );
}
