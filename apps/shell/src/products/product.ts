/** What the shop can be filtered by, in the order it is offered. */
export const categories = ['Lighting', 'Seating', 'Cooking', 'Coffee and tea', 'Table', 'House'] as const;

export type Category = (typeof categories)[number];

/** A product as its category lists it. Its picture is `/pictures/<sku>.svg`. */
export interface CatalogueEntry {
  readonly sku: string;
  readonly name: string;
  /** In euro cents. */
  readonly price: number;
  /** What it is made of, in a few words. */
  readonly made: string;
  /** What the picture shows, for those who do not see it. */
  readonly picture: string;
}

/** One thing the shop sells. */
export interface Product extends CatalogueEntry {
  readonly category: Category;
}
