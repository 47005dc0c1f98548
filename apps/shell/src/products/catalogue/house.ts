import type { CatalogueEntry } from '../product.ts';

export const house: readonly CatalogueEntry[] = [
  {
    sku: 'basket-01',
    name: 'Market basket',
    price: 7_200,
    made: 'Woven willow, leather handles',
    picture: 'A willow basket with two leather handles',
  },
  {
    sku: 'vase-01',
    name: 'Round vase',
    price: 4_600,
    made: 'Red earthenware',
    picture: 'A bellied red vase with three green branches',
  },
  {
    sku: 'clock-01',
    name: 'Wall clock',
    price: 11_200,
    made: 'Turned oak, quartz movement',
    picture: 'A clock in an oak ring, at ten past ten',
  },
  {
    sku: 'can-01',
    name: 'Watering can',
    price: 5_900,
    made: 'Powder-coated steel, 3 litres',
    picture: 'A green can with a long spout and a brass rose',
  },
  {
    sku: 'mirror-01',
    name: 'Round mirror',
    price: 14_900,
    made: 'Brass rim, leather strap',
    picture: 'A round mirror that hangs from a leather strap',
  },
  {
    sku: 'hooks-01',
    name: 'Hook rail',
    price: 6_400,
    made: 'Oak, three forged hooks',
    picture: 'A rail with a bag and a straw hat on its hooks',
  },
  {
    sku: 'blanket-01',
    name: 'Wool blanket',
    price: 15_900,
    made: 'New wool, 140 by 200 centimetres',
    picture: 'A folded blue blanket with a striped border',
  },
  {
    sku: 'shelf-01',
    name: 'Wall shelf',
    price: 8_700,
    made: 'Oak, brass brackets, 80 centimetres',
    picture: 'A shelf with four books and a small vase',
  },
  {
    sku: 'brush-01',
    name: 'Brush and pan',
    price: 3_400,
    made: 'Horsehair, beech, steel',
    picture: 'A hand brush that leans against a dustpan',
  },
];
