import { defineEvent } from '@busbar/core';
import { expect, it } from 'vitest';
import * as z from 'zod';
import { readAs } from './read-as.ts';

const contract = defineEvent('cart:itemAdded', {
  version: 2,
  schema: z.object({ sku: z.string() }),
  upcast: { 1: (sku: string) => ({ sku }) },
});
const event = { id: 'a-1', source: 'a', type: 'cart:itemAdded', time: 1, sequence: 1, dataversion: 1, hops: 0, data: 'A-1' };

it('casts an event, however many went before it in a ring', () => {
  expect(readAs(contract, { ...event, hops: 1_000 })).toEqual({ ...event, hops: 1_000, dataversion: 2, data: { sku: 'A-1' } });
});

it('throws where a subscriber of that contract would miss it', () => {
  expect(() => readAs(contract, { ...event, data: 1 })).toThrow(expect.objectContaining({ code: 'cast-failed' }));
});
