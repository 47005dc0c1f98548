import { defineEvents } from '@busbar/core';
import * as z from 'zod';

const personal = { tags: ['pii'] };

const Details = z.object({
  name: z.string().meta(personal),
  email: z.string().meta(personal),
  street: z.string().meta(personal),
  postcode: z.string().meta(personal),
  city: z.string().meta(personal),
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
  },
});
