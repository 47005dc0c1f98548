import { element } from '../dom/element.ts';
import { catalogue } from './catalogue.ts';
import { type Add, productCard } from './product-card.ts';
import { productFilter } from './product-filter.ts';
import { type Search, searchProducts } from './search-products.ts';
import './product-page.css';

/** Fills the shop's front page: a word of welcome, the filter, and the products. */
export function showProducts(page: HTMLElement, add: Add): void {
  const cards = new Map(catalogue.map((product) => [product.sku, productCard(product, add)]));
  // biome-ignore format: a role on a list looks redundant, but Safari takes it away with the list style
  const list = element('ul', { class: 'products', role: 'list' }, ...cards.values());
  const found = element('p', { class: 'muted small product-count', role: 'status' }, countOf(catalogue.length));
  const nothing = element('p', { class: 'note', hidden: true }, 'Nothing fits. Try another word, or look at everything.');

  function show(search: Search): void {
    const fitting = searchProducts(catalogue, search);
    list.replaceChildren(...fitting.map(({ sku }) => cards.get(sku)!));
    found.textContent = countOf(fitting.length);
    nothing.hidden = fitting.length > 0;
  }

  const heading = element('h2', { class: 'visually-hidden' }, 'Products');
  page.append(welcome(), heading, productFilter(show), found, nothing, list);
}

function welcome(): HTMLElement {
  const onTheSill = ['lamp-01', 'teapot-01', 'vase-01', 'mug-01'];
  const pictures = onTheSill.map((sku) => element('img', { src: `/pictures/${sku}.svg`, alt: '', width: 400, height: 400 }));
  return element(
    'div',
    { class: 'welcome' },
    element(
      'div',
      { class: 'welcome-words' },
      element('h1', {}, 'Things for the house, made to last'),
      element('p', {}, 'Lamps, chairs, kettles and more: what we use ourselves, and what can be repaired.'),
    ),
    element('div', { class: 'welcome-sill', 'aria-hidden': 'true' }, ...pictures),
  );
}

function countOf(count: number): string {
  return count === 1 ? '1 product' : `${count} products`;
}
