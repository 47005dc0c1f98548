import { defineEvents } from '@busbar/core';
import * as z from 'zod';

/** What the shop sells a product for, in euro cents. */
const Offer = z.object({
  sku: z.string().min(1).describe('What the shop calls the product'),
  name: z.string().describe('What customers call it'),
  price: z.int().positive().describe('One piece, in euro cents'),
});
export type Offer = z.infer<typeof Offer>;

export const shell = defineEvents('shell', {
  faultSwitched: {
    version: 1,
    schema: z.object({
      fault: z.enum(['profile-throws', 'checkout-slow']).describe('Who misbehaves, and how'),
      on: z.boolean().describe('Whether it does from now on'),
    }),
    retain: { last: 1, by: ({ fault }) => fault },
    summary: 'Somebody made a micro-frontend misbehave, or behave again',
    owner: 'team-shell',
    examples: [{ fault: 'profile-throws', on: true }],
  },
  serviceFaultSwitched: {
    version: 1,
    schema: z.object({
      fault: z
        .enum(['payment-fails', 'stock-stalls', 'confirmation-twice', 'reload-midway'])
        .describe('What goes wrong behind the counter while an order is placed'),
      on: z.boolean().describe('Whether it does from now on'),
    }),
    retain: { last: 1, by: ({ fault }) => fault },
    summary: 'Somebody made a service misbehave, or behave again',
    owner: 'team-shell',
    examples: [{ fault: 'payment-fails', on: true }],
  },
  offersChanged: {
    version: 1,
    schema: z.object({ offers: z.array(Offer).describe('Everything that can be bought') }),
    retain: 'latest',
    // Everybody may know what things cost; no script that was not asked may say so.
    dom: 'out',
    summary: 'The shop sells these products at these prices',
    owner: 'team-shell',
    examples: [{ offers: [{ sku: 'lamp-01', name: 'Desk lamp', price: 12_900 }] }],
  },
  greeted: {
    version: 1,
    schema: z.object({ words: z.string().min(1).describe('What it says') }),
    summary: 'A copy of the core greeted the others on the page',
    owner: 'team-shell',
    examples: [{ words: 'Good morning' }],
  },
});
