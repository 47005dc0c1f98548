import type { ReactElement } from 'react';
import { Cart } from './cart.tsx';
import { CartBadge } from './cart-badge.tsx';
import { Checkout } from './checkout.tsx';
import { ProductList } from './product-list.tsx';

export function Shop(): ReactElement {
  return (
    <>
      <div className="bar">
        <strong>Corner shop</strong>
        <CartBadge />
      </div>
      <ProductList />
      <Cart />
      <Checkout />
    </>
  );
}
