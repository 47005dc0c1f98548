import { useEmit, useEventState } from '@busbar/react';
import { memo, type ReactElement, useCallback } from 'react';
import { cart, customer } from '../events/contracts.ts';
import { emptyCart, nobody } from '../events/nothing-yet.ts';
import { useCart } from '../events/use-cart.ts';
import { discountOn, missingForFreeDelivery } from '../shop/customer.ts';
import {
  CartBadgeView,
  CartPanelView,
  CartRowView,
  CartSummaryView,
  DeliveryNoteView,
  LastAddedView,
} from '../views/cart-views.tsx';

function useTotal(): number {
  return useEventState(cart.changed, { initial: emptyCart, select: ({ total }) => total });
}

export function CartBadge(): ReactElement {
  const count = useEventState(cart.changed, { initial: emptyCart, select: (state) => state.count });
  return <CartBadgeView count={count} total={useTotal()} />;
}

const CartRow = memo(CartRowView);

export function CartPanel(): ReactElement {
  const lines = useCart();
  const changeQuantity = useEmit(cart.quantityChanged);
  const onQuantity = useCallback((sku: string, quantity: number) => void changeQuantity({ sku, quantity }), [changeQuantity]);
  return <CartPanelView lines={lines} onQuantity={onQuantity} Row={CartRow} />;
}

export function CartSummary(): ReactElement {
  const total = useTotal();
  const { customer: who } = useEventState(customer.changed, { initial: nobody });
  return <CartSummaryView total={total} discount={discountOn(total, who)} />;
}

export function DeliveryNote(): ReactElement {
  const missing = useEventState(cart.changed, { initial: emptyCart, select: ({ total }) => missingForFreeDelivery(total) });
  const postcode = useEventState(customer.changed, { initial: nobody, select: (state) => state.customer?.postcode });
  return <DeliveryNoteView missing={missing} postcode={postcode} />;
}

export function LastAdded(): ReactElement {
  return <LastAddedView name={useEventState(cart.changed, { initial: emptyCart, select: ({ lastAdded }) => lastAdded })} />;
}
