import { defineEvents } from '@busbar/core';
import * as z from 'zod';

const personal = (description: string) => ({ description, tags: ['pii'] });

const Details = z.object({
  name: z.string().meta(personal('As it stands on parcels')),
  email: z.string().meta(personal('Where receipts go')),
  street: z.string().meta(personal('With the number of the house')),
  postcode: z.string().meta(personal('As it is written in the country')),
  city: z.string().meta(personal('As it is written in the country')),
});
export type Details = z.infer<typeof Details>;

export const profile = defineEvents('profile', {
  detailsChanged: {
    version: 1,
    schema: Details,
    retain: 'latest',
    summary: 'The customer gave another name or address',
    owner: 'team-profile',
    tags: ['pii'],
    examples: [{ name: 'Ada Ampere', email: 'ada@example.org', street: '1 Copper Lane', postcode: '10115', city: 'Berlin' }],
  },
});
