/** What the shop sells. Prices are in euro cents. */
export interface Product {
  readonly sku: string;
  readonly name: string;
  readonly category: string;
  readonly price: number;
}

const categories = ['lamp', 'chair', 'kettle', 'mug', 'shelf'];
const makes = ['Brass', 'Copper', 'Oak', 'Linen', 'Glass', 'Steel', 'Cork', 'Slate'];

/** Forty products: eight makes of five things. */
export const products: readonly Product[] = makes.flatMap((make, row) =>
  categories.map((category, column) => ({
    sku: `${category}-${row + 1}`,
    name: `${make} ${category}`,
    category,
    price: 1_900 + 700 * row + 1_300 * column,
  })),
);

const bySku = new Map(products.map((product) => [product.sku, product]));

/** The product that the shop calls by this name. */
export function productOf(sku: string): Product {
  return bySku.get(sku)!;
}

/** Those whose name has the words of the filter in it. */
export function matching(all: readonly Product[], filter: string): Product[] {
  const words = filter.trim().toLowerCase();
  return all.filter(({ name }) => name.toLowerCase().includes(words));
}

/** How many products there are of each category. */
export function countedByCategory(some: readonly Product[]): { category: string; count: number }[] {
  return categories.map((category) => ({ category, count: some.filter((product) => product.category === category).length }));
}

/** Up to three products that are not in the cart. */
export function recommended(all: readonly Product[], inCart: (sku: string) => boolean): Product[] {
  return all.filter(({ sku }) => !inCart(sku)).slice(0, 3);
}
