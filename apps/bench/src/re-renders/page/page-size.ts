/** The numbers of micro-frontends that a page can be made of. */
export const pageSizes = [1, 15, 60] as const;
export type PageSize = (typeof pageSizes)[number];
