import type { Readable } from '@busbar/core';
import type { Comparison } from '@busbar/strangler';
import type { ReactElement } from 'react';
import { Cart } from '../before/cart.tsx';
import type { CartLine } from '../before/cart-line.ts';
import { Checkout } from '../before/checkout.tsx';
import { ProductList } from '../before/product-list.tsx';
import { CartBadge } from './cart-badge.tsx';
import { ComparisonReport } from './comparison-report.tsx';

interface ShopProps {
  readonly lines: Readable<readonly CartLine[]>;
  readonly comparison: Comparison;
}

export function Shop({ lines, comparison }: ShopProps): ReactElement {
  return (
    <>
      <div className="bar">
        <strong>Corner shop</strong>
        <CartBadge lines={lines} />
      </div>
      <ProductList />
      <Cart />
      <Checkout />
      <ComparisonReport comparison={comparison} />
    </>
  );
}
