import { element } from '../dom/element.ts';
import { type Category, categories } from './product.ts';
import type { Search } from './search-products.ts';

const everything = 'Everything';

/** The row of categories and the search box. Calls `changed` with what is looked for after each change. */
export function productFilter(changed: (search: Search) => void): HTMLElement {
  let search: Search = { text: '', category: undefined };
  const change = (part: Partial<Search>): void => {
    search = { ...search, ...part };
    changed(search);
  };

  const choices = [everything, ...categories].map((label) => choice(label, () => change({ category: categoryOf(label) })));
  const input = element('input', {
    type: 'search',
    id: 'product-search',
    class: 'input',
    placeholder: 'Search',
    autocomplete: 'off',
    oninput: () => change({ text: input.value }),
  });
  return element(
    'form',
    { class: 'product-filter', role: 'search', 'aria-label': 'Products', onsubmit: (event) => event.preventDefault() },
    element('fieldset', { class: 'product-categories' }, element('legend', { class: 'visually-hidden' }, 'Category'), ...choices),
    element('label', { class: 'visually-hidden', for: 'product-search' }, 'Search the products'),
    input,
  );
}

function choice(label: string, chosen: () => void): HTMLLabelElement {
  const input = element('input', {
    type: 'radio',
    name: 'category',
    value: label,
    class: 'visually-hidden',
    checked: label === everything,
    onchange: chosen,
  });
  return element('label', { class: 'product-category' }, input, element('span', {}, label));
}

function categoryOf(label: string): Category | undefined {
  return categories.find((category) => category === label);
}
