import type { ReactElement } from 'react';
import { formatMoney } from '../shop/format-money.ts';
import type { Product } from '../shop/product.ts';
import { countRender } from './count-render.ts';
import { section } from './section.ts';

interface ProductTeaserProps {
  readonly product: Product;
  readonly inCart: number;
  readonly forMember: boolean;
}

export function ProductTeaserView({ product, inCart, forMember }: ProductTeaserProps): ReactElement {
  countRender('product-teaser');
  const price = formatMoney(forMember ? Math.round(product.price * 0.95) : product.price);
  return section(`product-teaser-${product.sku}`, product.name, <p>{`${price}, ${inCart} in your cart`}</p>);
}

export function ReviewPromptView({ product, ask }: { product: Product; ask: boolean }): ReactElement {
  countRender('review-prompt');
  const words = ask ? `How do you like your ${product.name}?` : 'Reviews by our customers';
  return section(`review-prompt-${product.sku}`, `Reviews of ${product.name}`, <p>{words}</p>);
}

interface BundleOfferProps {
  readonly product: Product;
  readonly inCart: boolean;
  readonly points: number;
}

export function BundleOfferView({ product, inCart, points }: BundleOfferProps): ReactElement {
  countRender('bundle-offer');
  const words = inCart ? 'Take a second one for half of it' : 'Two for the price of one and a half';
  return section(`bundle-offer-${product.sku}`, `Offer: ${product.name}`, <p>{`${words}. You have ${points} points.`}</p>);
}
