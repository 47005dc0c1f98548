import { defineEvent } from '@busbar/core';
import * as z from 'zod';

type Euros = { euros: number };
type Amount = { amount: { value: number; currency: string } };

/** One event as teams of different years know it: the first version, and the third that can be cast to and from it. */
export const tariff = {
  first: defineEvent('tariff:set', { version: 1, schema: z.object({ cents: z.int() }), retain: 'latest' }),
  third: defineEvent('tariff:set', {
    version: 3,
    schema: z.object({ amount: z.object({ value: z.number(), currency: z.string() }) }),
    retain: 'latest',
    upcast: {
      1: ({ cents }: { cents: number }) => ({ euros: cents / 100 }),
      2: ({ euros }: Euros) => ({ amount: { value: euros, currency: 'EUR' } }),
    },
    downcast: {
      2: ({ amount }: Amount) => ({ euros: amount.value }),
      1: ({ euros }: Euros) => ({ cents: euros * 100 }),
    },
  }),
};
