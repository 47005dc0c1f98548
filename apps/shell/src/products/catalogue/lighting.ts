import type { CatalogueEntry } from '../product.ts';

export const lighting: readonly CatalogueEntry[] = [
  {
    sku: 'lamp-01',
    name: 'Desk lamp',
    price: 12_900,
    made: 'Spun aluminium, brass joints',
    picture: 'A lamp with a green cone for a shade on two jointed brass arms',
  },
  {
    sku: 'lamp-02',
    name: 'Dome pendant',
    price: 16_500,
    made: 'Enamelled steel, textile cord',
    picture: 'A wide red dome that hangs from a cord',
  },
  {
    sku: 'lamp-03',
    name: 'Tripod floor lamp',
    price: 28_900,
    made: 'Oak legs, pleated linen',
    picture: 'A linen shade on three long oak legs',
  },
  {
    sku: 'lamp-04',
    name: 'Globe lamp',
    price: 9_800,
    made: 'Opal glass, clay foot',
    picture: 'A white glass globe on a small clay foot',
  },
  {
    sku: 'lamp-05',
    name: 'Swing wall lamp',
    price: 14_200,
    made: 'Steel and brass, swings half round',
    picture: 'A yellow shade on a brass arm that swings from the wall',
  },
];
