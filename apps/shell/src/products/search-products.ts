import type { Category, Product } from './product.ts';

/** What somebody looks for. An empty text and no category find everything. */
export interface Search {
  readonly text: string;
  readonly category: Category | undefined;
}

/** The products that fit: of the category, and with every word of the text somewhere in what is written about them. */
export function searchProducts(products: readonly Product[], { text, category }: Search): readonly Product[] {
  const words = fold(text).split(/\s+/).filter(Boolean);
  return products.filter((product) => {
    if (category && product.category !== category) return false;
    const about = fold(`${product.name} ${product.category} ${product.made} ${product.picture}`);
    return words.every((word) => about.includes(word));
  });
}

/** Lower case, without accents and apostrophes: people type "cooks" for "cook's". */
function fold(text: string): string {
  return text
    .normalize('NFD')
    .replace(/[\p{Diacritic}'’]/gu, '')
    .toLowerCase();
}
