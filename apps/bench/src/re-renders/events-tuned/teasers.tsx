import { useEventState } from '@busbar/react';
import type { ReactElement } from 'react';
import { cart, customer, orders } from '../events/contracts.ts';
import { emptyCart, nobody, noOrders } from '../events/nothing-yet.ts';
import { quantityOf } from '../shop/cart-line.ts';
import { hasOrdered } from '../shop/customer.ts';
import type { Product } from '../shop/product.ts';
import { BundleOfferView, ProductTeaserView, ReviewPromptView } from '../views/teaser-views.tsx';

function useQuantity({ sku }: Product): number {
  return useEventState(cart.changed, { initial: emptyCart, select: ({ lines }) => quantityOf(lines, sku) });
}

export function ProductTeaser({ product }: { product: Product }): ReactElement {
  const forMember = useEventState(customer.changed, { initial: nobody, select: (state) => state.customer !== null });
  return <ProductTeaserView product={product} inCart={useQuantity(product)} forMember={forMember} />;
}

export function ReviewPrompt({ product }: { product: Product }): ReactElement {
  const ask = useEventState(orders.changed, { initial: noOrders, select: (state) => hasOrdered(state.orders, product.sku) });
  return <ReviewPromptView product={product} ask={ask} />;
}

export function BundleOffer({ product }: { product: Product }): ReactElement {
  const inCart = useEventState(cart.changed, { initial: emptyCart, select: ({ lines }) => quantityOf(lines, product.sku) > 0 });
  const points = useEventState(customer.changed, { initial: nobody, select: (state) => state.customer?.points ?? 0 });
  return <BundleOfferView product={product} inCart={inCart} points={points} />;
}
