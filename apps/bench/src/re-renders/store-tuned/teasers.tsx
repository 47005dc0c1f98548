import type { ReactElement } from 'react';
import { useSelector } from 'react-redux';
import { quantityOf } from '../shop/cart-line.ts';
import { hasOrdered } from '../shop/customer.ts';
import type { Product } from '../shop/product.ts';
import type { ShopState } from '../store/shop-store.ts';
import { BundleOfferView, ProductTeaserView, ReviewPromptView } from '../views/teaser-views.tsx';
import { customerOf, linesOf } from './selectors.ts';

export function ProductTeaser({ product }: { product: Product }): ReactElement {
  const inCart = useSelector((state: ShopState) => quantityOf(linesOf(state), product.sku));
  const forMember = useSelector((state: ShopState) => customerOf(state) !== null);
  return <ProductTeaserView product={product} inCart={inCart} forMember={forMember} />;
}

export function ReviewPrompt({ product }: { product: Product }): ReactElement {
  const ask = useSelector(({ session }: ShopState) => hasOrdered(session.orders, product.sku));
  return <ReviewPromptView product={product} ask={ask} />;
}

export function BundleOffer({ product }: { product: Product }): ReactElement {
  const inCart = useSelector((state: ShopState) => quantityOf(linesOf(state), product.sku) > 0);
  const points = useSelector((state: ShopState) => customerOf(state)?.points ?? 0);
  return <BundleOfferView product={product} inCart={inCart} points={points} />;
}
