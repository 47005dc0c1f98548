import type { CatalogueEntry } from '../product.ts';

export const table: readonly CatalogueEntry[] = [
  {
    sku: 'mug-01',
    name: 'Dipped mug',
    price: 2_400,
    made: 'Speckled stoneware, 0.35 litres',
    picture: 'A stoneware mug dipped in blue glaze',
  },
  {
    sku: 'bowls-01',
    name: 'Nesting bowls',
    price: 7_800,
    made: 'Glazed stoneware, set of three',
    picture: 'Three bowls in one another: cream, green and clay',
  },
  {
    sku: 'carafe-01',
    name: 'Bedside carafe',
    price: 4_200,
    made: 'Mouth-blown glass, with its tumbler',
    picture: 'A carafe half full, its glass over the neck',
  },
  {
    sku: 'cutlery-01',
    name: 'Cutlery',
    price: 3_900,
    made: 'Brushed steel, three pieces',
    picture: 'A fork, a spoon and a knife side by side',
  },
];
