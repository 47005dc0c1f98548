import { defineEvents } from '@busbar/core';
import * as z from 'zod';

export const shell = defineEvents('shell', {
  faultSwitched: {
    version: 1,
    schema: z.object({ fault: z.enum(['profile-throws', 'checkout-slow']), on: z.boolean() }),
    retain: { last: 1, by: ({ fault }) => fault },
    summary: 'Somebody made a micro-frontend misbehave, or behave again',
    owner: 'team-shell',
    examples: [{ fault: 'profile-throws', on: true }],
  },
  greeted: {
    version: 1,
    schema: z.object({ words: z.string().min(1) }),
    summary: 'A copy of the core greeted the others on the page',
    owner: 'team-shell',
    examples: [{ words: 'Good morning' }],
  },
});
