import type { ReactElement } from 'react';
import { formatMoney } from './format-money.ts';
import type { Order } from './take-order.ts';

/** The orders of this visit, newest first. */
export function OrderList({ orders }: { readonly orders: readonly Order[] }): ReactElement {
  return (
    <ul aria-label="Orders">
      {orders.map(({ number, count, total }) => (
        <li key={number} className="row">
          <span className="name">Order {number}</span>
          <span>{count === 1 ? '1 item' : `${count} items`}</span>
          <span>{formatMoney(total)}</span>
        </li>
      ))}
    </ul>
  );
}
