// Proposed from what a running store was told to do. Read the names and the schemas, and make them yours.
import { defineEvents } from '@busbar/core';
import * as z from 'zod';

export const cart = defineEvents('cart', {
  // 'cart/addLine', once.
  lineAdded: {
    version: 1,
    schema: z.object({
      sku: z.string(),
      quantity: z.int(),
    }),
    examples: [
      {
        sku: 'lamp-01',
        quantity: 1,
      },
    ],
    lifecycle: 'draft',
  },
  // 'cart/setQuantity', once.
  quantityChanged: {
    version: 1,
    schema: z.object({
      sku: z.string(),
      quantity: z.int(),
    }),
    examples: [
      {
        sku: 'lamp-01',
        quantity: 2,
      },
    ],
    lifecycle: 'draft',
  },
});

/** What `emitBeside` takes. */
export const beside = {
  'cart/addLine': cart.lineAdded,
  'cart/setQuantity': cart.quantityChanged,
};
