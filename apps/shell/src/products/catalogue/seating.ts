import type { CatalogueEntry } from '../product.ts';

export const seating: readonly CatalogueEntry[] = [
  {
    sku: 'chair-01',
    name: 'Spindle chair',
    price: 24_500,
    made: 'Solid oak, oiled',
    picture: 'An oak chair with four spindles in its back',
  },
  {
    sku: 'stool-01',
    name: 'Three-legged stool',
    price: 11_900,
    made: 'Beech, stained green',
    picture: 'A round green stool on three legs',
  },
  {
    sku: 'chair-02',
    name: 'Reading chair',
    price: 64_000,
    made: 'Bent oak, wool covers',
    picture: 'A low armchair with blue cushions in an oak frame',
  },
  { sku: 'bench-01', name: 'Hall bench', price: 32_900, made: 'Oak, woven paper cord', picture: 'A low bench with a woven seat' },
];
