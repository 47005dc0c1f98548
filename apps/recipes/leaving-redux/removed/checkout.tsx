import type { Readable } from '@busbar/core';
import { useProjection } from '@busbar/react';
import type { ReactElement } from 'react';
import { type CartLine, totalOf } from '../before/cart-line.ts';
import { formatMoney } from '../before/format-money.ts';
import { OrderList } from '../before/order-list.tsx';
import { placeOrder } from '../before/orders-slice.ts';
import { useAppDispatch, useAppSelector } from './store.ts';

export function Checkout({ lines: projected }: { readonly lines: Readable<readonly CartLine[]> }): ReactElement {
  const lines = useProjection(projected);
  const { placed, error } = useAppSelector(({ orders }) => orders);
  const dispatch = useAppDispatch();
  return (
    <section className="wide" aria-label="Checkout">
      <h2>Checkout</h2>
      <div className="row">
        <span className="name">Total</span>
        <strong>{formatMoney(totalOf(lines))}</strong>
        <button type="button" disabled={lines.length === 0} onClick={() => dispatch(placeOrder(lines))}>
          Place order
        </button>
      </div>
      {error && <p role="alert">{error}</p>}
      <OrderList orders={placed} />
    </section>
  );
}
