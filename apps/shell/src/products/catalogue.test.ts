import { cart } from 'contracts';
import { describe, expect, it } from 'vitest';
import { catalogue } from './catalogue.ts';
import { categories } from './product.ts';

const pictures = Object.keys(import.meta.glob('../../public/pictures/*.svg')).map((path) =>
  path.replace(/^.*\/(.*)\.svg$/, '$1'),
);

describe('the catalogue', () => {
  it('has a picture for each product and a product for each picture', () => {
    expect(catalogue.map(({ sku }) => sku).toSorted()).toEqual(pictures.toSorted());
  });

  it('names no product twice', () => {
    expect(new Set(catalogue.map(({ name }) => name)).size).toBe(catalogue.length);
  });

  it('begins with one of each category', () => {
    expect(catalogue.slice(0, categories.length).map(({ category }) => category)).toEqual(categories);
  });

  it.each(catalogue)('can put $sku into a cart, by the contract', ({ sku, name, price }) => {
    const line = { sku, name, price, quantity: 1 };
    expect(cart.itemAdded.schema['~standard'].validate(line)).toEqual({ value: line });
  });
});
