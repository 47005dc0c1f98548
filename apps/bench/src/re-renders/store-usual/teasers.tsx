import type { ReactElement } from 'react';
import { connect, useSelector } from 'react-redux';
import { quantityOf } from '../shop/cart-line.ts';
import { hasOrdered } from '../shop/customer.ts';
import type { Product } from '../shop/product.ts';
import type { ShopState } from '../store/shop-store.ts';
import { BundleOfferView, ProductTeaserView, ReviewPromptView } from '../views/teaser-views.tsx';

/** Makes plain values in `mapState`, which `connect` compares. */
export const ProductTeaser = connect(({ cart, session }: ShopState, { product }: { product: Product }) => ({
  inCart: quantityOf(cart.lines, product.sku),
  forMember: session.customer !== null,
}))(ProductTeaserView);

/** Takes the whole slice. */
export function ReviewPrompt({ product }: { product: Product }): ReactElement {
  const { orders } = useSelector((state: ShopState) => state.session);
  return <ReviewPromptView product={product} ask={hasOrdered(orders, product.sku)} />;
}

/** Makes an object in the selector. */
export function BundleOffer({ product }: { product: Product }): ReactElement {
  const { inCart, points } = useSelector(({ cart, session }: ShopState) => ({
    inCart: quantityOf(cart.lines, product.sku) > 0,
    points: session.customer?.points ?? 0,
  }));
  return <BundleOfferView product={product} inCart={inCart} points={points} />;
}
