import { defineEvents } from '@busbar/core';
import * as z from 'zod';

export const notifications = defineEvents('notifications', {
  confirmationSent: {
    version: 1,
    schema: z.object({ number: z.string().min(1).describe('What customers and the shop call the order') }),
    dom: 'out',
    summary: 'The customer was sent the confirmation of an order, once',
    owner: 'team-notifications',
    examples: [{ number: 'S-1042' }],
  },
});
