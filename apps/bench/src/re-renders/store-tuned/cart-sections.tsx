import { memo, type ReactElement, useCallback } from 'react';
import { useDispatch, useSelector } from 'react-redux';
import { quantityChanged, type ShopState } from '../store/shop-store.ts';
import {
  CartBadgeView,
  CartPanelView,
  CartRowView,
  CartSummaryView,
  DeliveryNoteView,
  LastAddedView,
} from '../views/cart-views.tsx';
import { customerOf, linesOf, selectCount, selectDiscount, selectMissing, selectTotal } from './selectors.ts';

export function CartBadge(): ReactElement {
  return <CartBadgeView count={useSelector(selectCount)} total={useSelector(selectTotal)} />;
}

const CartRow = memo(CartRowView);

export function CartPanel(): ReactElement {
  const dispatch = useDispatch();
  const onQuantity = useCallback(
    (sku: string, quantity: number) => void dispatch(quantityChanged({ sku, quantity })),
    [dispatch],
  );
  return <CartPanelView lines={useSelector(linesOf)} onQuantity={onQuantity} Row={CartRow} />;
}

export function CartSummary(): ReactElement {
  return <CartSummaryView total={useSelector(selectTotal)} discount={useSelector(selectDiscount)} />;
}

export function DeliveryNote(): ReactElement {
  const postcode = useSelector((state: ShopState) => customerOf(state)?.postcode);
  return <DeliveryNoteView missing={useSelector(selectMissing)} postcode={postcode} />;
}

export function LastAdded(): ReactElement {
  return <LastAddedView name={useSelector((state: ShopState) => state.cart.lastAdded)} />;
}
