import { element } from '../dom/element.ts';
import { formatPrice } from '../format-price.ts';
import { addToCart } from './add-to-cart.ts';
import type { Product } from './product.ts';

const confirmedFor = 1_600;

/** One product in the list: picture, name, what it is made of, price, and the button that adds it. */
export function productCard(product: Product): HTMLLIElement {
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
      addButton(product),
    ),
  );
}

function addButton(product: Product): HTMLButtonElement {
  const attributes = { type: 'button', class: 'button button-small product-add', 'aria-label': `Add to cart: ${product.name}` };
  const button = element('button', { ...attributes, onclick: add }, 'Add to cart');
  let settling: ReturnType<typeof setTimeout> | undefined;

  function add(): void {
    if (!addToCart(product)) return;
    clearTimeout(settling);
    button.dataset['added'] = '';
    settling = setTimeout(() => delete button.dataset['added'], confirmedFor);
  }
  return button;
}
