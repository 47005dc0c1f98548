import { describe, expect, it } from 'vitest';
import { catalogue } from './catalogue.ts';
import { type Search, searchProducts } from './search-products.ts';

const find = (search: Partial<Search>): string[] =>
  searchProducts(catalogue, { text: '', category: undefined, ...search }).map(({ sku }) => sku);

describe('searchProducts', () => {
  it('finds everything, in order, when nothing is looked for', () => {
    expect(find({})).toEqual(catalogue.map(({ sku }) => sku));
    expect(find({ text: '  ' })).toHaveLength(catalogue.length);
  });

  it('finds the products of a category and no others', () => {
    const seating = catalogue.filter(({ category }) => category === 'Seating').map(({ sku }) => sku);
    expect(find({ category: 'Seating' })).toEqual(seating);
  });

  it('wants every word, wherever it stands and however it is written', () => {
    expect(find({ text: 'KETTLE oak' })).toEqual(['kettle-01']);
    expect(find({ text: 'oak kettle' })).toEqual(['kettle-01']);
  });

  it('looks within the chosen category only', () => {
    expect(find({ text: 'oak', category: 'Lighting' })).toEqual(['lamp-03']);
  });

  it('overlooks apostrophes and accents', () => {
    expect(find({ text: 'cooks knife' })).toEqual(['knife-01']);
    expect(find({ text: 'pòt móka' })).toEqual(['moka-01']);
  });

  it('finds nothing for a word that no product has', () => {
    expect(find({ text: 'submarine' })).toEqual([]);
  });
});
