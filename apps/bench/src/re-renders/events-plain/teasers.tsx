import { useEventState } from '@busbar/react';
import type { ReactElement } from 'react';
import { cart, customer, orders } from '../events/contracts.ts';
import { emptyCart, nobody, noOrders } from '../events/nothing-yet.ts';
import { quantityOf } from '../shop/cart-line.ts';
import { hasOrdered } from '../shop/customer.ts';
import type { Product } from '../shop/product.ts';
import { BundleOfferView, ProductTeaserView, ReviewPromptView } from '../views/teaser-views.tsx';

export function ProductTeaser({ product }: { product: Product }): ReactElement {
  const { lines } = useEventState(cart.changed, { initial: emptyCart });
  const { customer: who } = useEventState(customer.changed, { initial: nobody });
  return <ProductTeaserView product={product} inCart={quantityOf(lines, product.sku)} forMember={who !== null} />;
}

export function ReviewPrompt({ product }: { product: Product }): ReactElement {
  const { orders: own } = useEventState(orders.changed, { initial: noOrders });
  return <ReviewPromptView product={product} ask={hasOrdered(own, product.sku)} />;
}

export function BundleOffer({ product }: { product: Product }): ReactElement {
  const { lines } = useEventState(cart.changed, { initial: emptyCart });
  const { customer: who } = useEventState(customer.changed, { initial: nobody });
  return <BundleOfferView product={product} inCart={quantityOf(lines, product.sku) > 0} points={who?.points ?? 0} />;
}
