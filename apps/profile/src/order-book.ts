import { defineProjection, type Projection } from '@busbar/patterns';
import { checkout, type KeptOrder, type Order } from 'contracts';

/** An order, and what has become of it. */
export interface BookedOrder extends KeptOrder {
  /** Whether it was placed since the page was loaded. */
  readonly isFresh: boolean;
}

/** All orders of this browser. */
export interface OrderBook {
  /** Newest first; absent before anybody has said anything about orders. */
  readonly orders?: readonly BookedOrder[];
  /** When it was last heard of them, in milliseconds since the Unix epoch. */
  readonly heardAt?: number;
}

/** The orders as the events of checkout tell. Calls `check` before each fold, which may throw. */
export function orderBook(check: (what: string) => void): Projection<OrderBook> {
  return defineProjection('orderBook', {
    initial: (): OrderBook => ({}),
    contracts: [checkout.ordersChanged, checkout.orderSubmitted, checkout.orderPlaced, checkout.orderCancelled],
    on: {
      'checkout:ordersChanged'(book, { data, time }) {
        check('the list of orders');
        const { orders = [], heardAt = 0 } = book;
        if (time < heardAt) return book; // redriven: what is known is newer
        const fresh = new Set(orders.filter(({ isFresh }) => isFresh).map(({ number }) => number));
        return { orders: data.orders.map((order) => ({ ...order, isFresh: fresh.has(order.number) })), heardAt: time };
      },
      'checkout:orderSubmitted'(book, { data, time }) {
        check(`order ${data.number}`);
        return withOrder(book, { ...data, status: 'in-progress', isFresh: false }, time);
      },
      'checkout:orderPlaced'(book, { data, time }) {
        check(`order ${data.number}`);
        return withOrder(book, { ...data, status: 'confirmed', isFresh: true }, time);
      },
      'checkout:orderCancelled'(book, { data: { number, reason }, time }) {
        check(`the end of order ${number}`);
        const order = book.orders?.find((known) => known.number === number);
        return order ? withOrder(book, { ...order, status: 'cancelled', reason }, time) : book;
      },
    },
  });
}

/** The book with an order in it. One that has ended does not begin again. */
function withOrder({ orders = [] }: OrderBook, order: BookedOrder, heardAt: number): OrderBook {
  const others = orders.filter(({ number }) => number !== order.number);
  const known = orders.find(({ number }) => number === order.number);
  const next = known && known.status !== 'in-progress' && order.status === 'in-progress' ? known : order;
  return { orders: [...others, next].sort(newestFirst), heardAt };
}

function newestFirst(one: Order, other: Order): number {
  return Date.parse(other.placedAt) - Date.parse(one.placedAt);
}
