import { useEmit, useEventState } from '@busbar/react';
import type { ReactElement } from 'react';
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

export function CartBadge(): ReactElement {
  const { count, total } = useEventState(cart.changed, { initial: emptyCart });
  return <CartBadgeView count={count} total={total} />;
}

export function CartPanel(): ReactElement {
  const lines = useCart();
  const changeQuantity = useEmit(cart.quantityChanged);
  return <CartPanelView lines={lines} onQuantity={(sku, quantity) => changeQuantity({ sku, quantity })} Row={CartRowView} />;
}

export function CartSummary(): ReactElement {
  const { total } = useEventState(cart.changed, { initial: emptyCart });
  const { customer: who } = useEventState(customer.changed, { initial: nobody });
  return <CartSummaryView total={total} discount={discountOn(total, who)} />;
}

export function DeliveryNote(): ReactElement {
  const { total } = useEventState(cart.changed, { initial: emptyCart });
  const { customer: who } = useEventState(customer.changed, { initial: nobody });
  return <DeliveryNoteView missing={missingForFreeDelivery(total)} postcode={who?.postcode} />;
}

export function LastAdded(): ReactElement {
  const { lastAdded } = useEventState(cart.changed, { initial: emptyCart });
  return <LastAddedView name={lastAdded} />;
}
