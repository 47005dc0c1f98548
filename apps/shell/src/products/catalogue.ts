import { coffeeAndTea } from './catalogue/coffee-and-tea.ts';
import { cooking } from './catalogue/cooking.ts';
import { house } from './catalogue/house.ts';
import { lighting } from './catalogue/lighting.ts';
import { seating } from './catalogue/seating.ts';
import { table } from './catalogue/table.ts';
import { type CatalogueEntry, type Category, categories, type Product } from './product.ts';

const entries: Readonly<Record<Category, readonly CatalogueEntry[]>> = {
  Lighting: lighting,
  Seating: seating,
  Cooking: cooking,
  'Coffee and tea': coffeeAndTea,
  Table: table,
  House: house,
};

/** Everything the shop sells: one of each category in turn, so that what is seen first is of every kind. */
export const catalogue: readonly Product[] = dealt();

function dealt(): Product[] {
  const rounds = Math.max(...categories.map((category) => entries[category].length));
  return Array.from({ length: rounds }, (_, round) =>
    categories.flatMap((category) => entries[category].slice(round, round + 1).map((entry) => ({ ...entry, category }))),
  ).flat();
}
