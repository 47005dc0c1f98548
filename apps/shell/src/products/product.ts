/** What the shop can be filtered by, in the order it is offered. */
export const categories = ['Lighting', 'Seating', 'Cooking', 'Coffee and tea', 'Table', 'House'] as const;

export type Category = (typeof categories)[number];

/** One thing the shop sells. Its picture is `/pictures/<sku>.svg`. */
export interface Product {
  readonly sku: string;
  readonly name: string;
  readonly category: Category;
  /** In euro cents. */
  readonly price: number;
  /** What it is made of, in a few words. */
  readonly made: string;
  /** What the picture shows, for those who do not see it. */
  readonly picture: string;
}
