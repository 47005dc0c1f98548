import { afterEach, expect, test, vi } from 'vitest';
import { page } from 'vitest/browser';
import { catalogue } from './catalogue.ts';
import type { Product } from './product.ts';
import { showProducts } from './product-page.ts';

afterEach(() => document.body.replaceChildren());

function shop(added = true) {
  const add = vi.fn((_product: Product) => added);
  const section = document.body.appendChild(document.createElement('section'));
  showProducts(section, add);
  const skus = () => [...section.querySelectorAll<HTMLElement>('.product')].map(({ dataset }) => dataset['sku']);
  return { add, skus };
}

test('adds the product whose button is pressed, and confirms it', async () => {
  const { add } = shop();
  const button = page.getByRole('button', { name: 'Add to cart: Stove kettle' });
  await button.click();
  expect(add.mock.calls.map(([{ sku, price }]) => [sku, price])).toEqual([['kettle-02', 8_900]]);
  await expect.element(button).toHaveAttribute('data-added');
  await expect.element(button).not.toHaveAttribute('data-added');
});

test('confirms nothing that was refused', async () => {
  shop(false);
  const button = page.getByRole('button', { name: 'Add to cart: Stove kettle' });
  await button.click();
  await expect.element(button).not.toHaveAttribute('data-added');
});

test('shows a category, and says how many that is', async () => {
  const { skus } = shop();
  expect(skus()).toHaveLength(catalogue.length);
  await page.getByText('Seating', { exact: true }).click();
  expect(skus()).toEqual(['chair-01', 'stool-01', 'chair-02', 'bench-01']);
  await expect.element(page.getByRole('status')).toHaveTextContent('4 products');
});

test('searches while somebody types, and says when nothing fits', async () => {
  const { skus } = shop();
  const search = page.getByRole('searchbox', { name: 'Search the products' });
  await search.fill('clock');
  expect(skus()).toEqual(['clock-01']);
  await search.fill('clocks and submarines');
  await expect.element(page.getByText(/^Nothing fits/)).toBeVisible();
});

test('gives each picture a text of its own', () => {
  shop();
  const pictures = [...document.querySelectorAll<HTMLImageElement>('.product img')];
  expect(new Set(pictures.map(({ alt }) => alt)).size).toBe(catalogue.length);
});
