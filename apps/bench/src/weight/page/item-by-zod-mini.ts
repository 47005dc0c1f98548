import * as z from 'zod/mini';

/** The payload, as the smaller entry of Zod checks it. */
export const item = z.object({
  sku: z.string(),
  quantity: z.int().check(z.positive()),
  price: z.number(),
  gift: z.boolean(),
});
