import * as z from 'zod';

/** The payload, for contestants that check it with Zod. */
export const itemSchema = z.object({
  sku: z.string(),
  quantity: z.number().int().positive(),
  price: z.number(),
  gift: z.boolean(),
});
