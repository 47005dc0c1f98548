import { defineEvents } from '@busbar/core';
import * as z from 'zod';
import { OrderNumber } from './order-number.ts';

export const notifications = defineEvents('notifications', {
  confirmationSent: {
    version: 1,
    schema: z.object({ number: OrderNumber }),
    dom: 'out',
    summary: 'The customer was sent the confirmation of an order, once',
    owner: 'team-notifications',
    examples: [{ number: 'S-1042' }],
  },
});
