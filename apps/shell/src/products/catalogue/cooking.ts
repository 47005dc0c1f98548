import type { CatalogueEntry } from '../product.ts';

export const cooking: readonly CatalogueEntry[] = [
  {
    sku: 'casserole-01',
    name: 'Casserole',
    price: 18_900,
    made: 'Cast iron, enamelled, 4.2 litres',
    picture: 'A mustard yellow casserole with its lid on',
  },
  {
    sku: 'board-01',
    name: 'Bread board',
    price: 5_400,
    made: 'Oak offcuts, end oiled',
    picture: 'A wooden board with a handle, glued from strips',
  },
  {
    sku: 'pan-01',
    name: 'Frying pan',
    price: 6_900,
    made: 'Carbon steel, 28 centimetres',
    picture: 'A dark steel pan seen from above',
  },
  {
    sku: 'knife-01',
    name: "Cook's knife",
    price: 13_400,
    made: 'Carbon steel, oak and brass',
    picture: 'A wide kitchen knife with three rivets in its handle',
  },
  {
    sku: 'mill-01',
    name: 'Pepper mill',
    price: 5_200,
    made: 'Blackened beech, ceramic grinder',
    picture: 'A slim dark mill with a brass ring and knob',
  },
];
