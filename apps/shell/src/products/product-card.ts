import { element } from '../dom/element.ts';
import { formatPrice } from '../format-price.ts';
import type { Product } from './product.ts';

const confirmedFor = 1_600;

/** Puts a product into the cart, and answers whether that worked. */
export type Add = (product: Product) => boolean;

/** One product in the list: picture, name, what it is made of, price, and the button that adds it. */
export function productCard(product: Product, add: Add): HTMLLIElement {
  const picture = element('img', {
    src: `/pictures/${product.sku}.svg`,
    alt: product.picture,
    width: 400,
    height: 400,
    loading: 'lazy',
    decoding: 'async',
  });
  return element(
    'li',
    { class: 'product', 'data-sku': product.sku },
    element('div', { class: 'product-tile' }, picture),
    element('h3', { class: 'product-name' }, product.name),
    element('p', { class: 'product-made' }, product.made),
    element(
      'div',
      { class: 'product-buy' },
      element('p', { class: 'product-price number' }, formatPrice(product.price)),
      addButton(product, add),
    ),
  );
}

function addButton(product: Product, add: Add): HTMLButtonElement {
  const attributes = { type: 'button', class: 'button button-small product-add', 'aria-label': `Add to cart: ${product.name}` };
  const button = element('button', { ...attributes, onclick: act }, 'Add to cart');
  let settling: ReturnType<typeof setTimeout> | undefined;

  function act(): void {
    if (!add(product)) return;
    clearTimeout(settling);
    button.dataset['added'] = '';
    settling = setTimeout(() => delete button.dataset['added'], confirmedFor);
  }
  return button;
}
