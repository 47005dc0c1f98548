import type { ReactElement } from 'react';
import { selectLines, selectTotal } from './cart-slice.ts';
import { formatMoney } from './format-money.ts';
import { useAppDispatch, useAppSelector } from './hooks.ts';
import { OrderList } from './order-list.tsx';
import { placeOrder } from './orders-slice.ts';

export function Checkout(): ReactElement {
  const lines = useAppSelector(selectLines);
  const total = useAppSelector(selectTotal);
  const { placed, error } = useAppSelector(({ orders }) => orders);
  const dispatch = useAppDispatch();
  return (
    <section className="wide" aria-label="Checkout">
      <h2>Checkout</h2>
      <div className="row">
        <span className="name">Total</span>
        <strong>{formatMoney(total)}</strong>
        <button type="button" disabled={lines.length === 0} onClick={() => dispatch(placeOrder(lines))}>
          Place order
        </button>
      </div>
      {error && <p role="alert">{error}</p>}
      <OrderList orders={placed} />
    </section>
  );
}
