import { useEmit, useEvent } from '@busbar/react';
import { useState } from 'react';
import { type Order, ordersOf } from '../shop/customer.ts';
import { customer, orders } from './contracts.ts';

/** The orders of whoever is logged in, which their section keeps to itself and tells the others about. */
export function useOrders(): readonly Order[] {
  const [own, setOwn] = useState<readonly Order[]>([]);
  const tell = useEmit(orders.changed);
  useEvent(customer.changed, ({ data }) => {
    const next = ordersOf(data.customer);
    setOwn(next);
    tell({ orders: next.map((order) => ({ ...order, lines: [...order.lines] })) });
  });
  return own;
}
