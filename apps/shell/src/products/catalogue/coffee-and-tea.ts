import type { CatalogueEntry } from '../product.ts';

export const coffeeAndTea: readonly CatalogueEntry[] = [
  {
    sku: 'kettle-02',
    name: 'Stove kettle',
    price: 8_900,
    made: 'Enamelled steel, 2.2 litres',
    picture: 'A round red kettle with a wooden grip on its bail',
  },
  {
    sku: 'grinder-01',
    name: 'Coffee grinder',
    price: 9_400,
    made: 'Steel burrs, oak drawer',
    picture: 'A box grinder with a crank, a brass dome and a drawer',
  },
  {
    sku: 'kettle-01',
    name: 'Pouring kettle',
    price: 10_900,
    made: 'Blackened steel, oak grip, 1 litre',
    picture: 'A dark kettle with a thin curved spout',
  },
  {
    sku: 'teapot-01',
    name: 'Teapot',
    price: 6_800,
    made: 'Unglazed clay, cane handle',
    picture: 'A round clay teapot with a handle of cane',
  },
  {
    sku: 'moka-01',
    name: 'Moka pot',
    price: 4_900,
    made: 'Polished aluminium, six cups',
    picture: 'A faceted coffee pot for the stove',
  },
];
