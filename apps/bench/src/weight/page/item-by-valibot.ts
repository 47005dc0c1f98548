import * as v from 'valibot';

/** The payload, as Valibot checks it. */
export const item = v.object({
  sku: v.string(),
  quantity: v.pipe(v.number(), v.integer(), v.minValue(1)),
  price: v.number(),
  gift: v.boolean(),
});
