import type { ReactElement } from 'react';
import { connect, useDispatch, useSelector } from 'react-redux';
import { countOf, totalOf } from '../shop/cart-line.ts';
import { discountOn, missingForFreeDelivery } from '../shop/customer.ts';
import { quantityChanged, type ShopState } from '../store/shop-store.ts';
import {
  CartBadgeView,
  CartPanelView,
  CartRowView,
  CartSummaryView,
  DeliveryNoteView,
  LastAddedView,
} from '../views/cart-views.tsx';

/** Takes the whole slice. */
export function CartBadge(): ReactElement {
  const { lines } = useSelector((state: ShopState) => state.cart);
  return <CartBadgeView count={countOf(lines)} total={totalOf(lines)} />;
}

/** Takes what it needs; rows are given a new function each time. */
export function CartPanel(): ReactElement {
  const lines = useSelector((state: ShopState) => state.cart.lines);
  const dispatch = useDispatch();
  const onQuantity = (sku: string, quantity: number) => dispatch(quantityChanged({ sku, quantity }));
  return <CartPanelView lines={lines} onQuantity={onQuantity} Row={CartRowView} />;
}

/** Makes an object in the selector. */
export function CartSummary(): ReactElement {
  const { lines, customer } = useSelector((state: ShopState) => ({ lines: state.cart.lines, customer: state.session.customer }));
  const total = totalOf(lines);
  return <CartSummaryView total={total} discount={discountOn(total, customer)} />;
}

/** Makes plain values in `mapState`, which `connect` compares. */
export const DeliveryNote = connect(({ cart, session }: ShopState) => ({
  missing: missingForFreeDelivery(totalOf(cart.lines)),
  postcode: session.customer?.postcode,
}))(DeliveryNoteView);

/** Takes one value. */
export function LastAdded(): ReactElement {
  return <LastAddedView name={useSelector((state: ShopState) => state.cart.lastAdded)} />;
}
