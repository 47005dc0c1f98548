// The contracts: the one thing that the two micro-frontends have in common.
import { defineEvents } from '@busbar/core';
import * as v from 'valibot';

const line = v.object({ name: v.string(), quantity: v.pipe(v.number(), v.integer(), v.minValue(1)) });

export const products = defineEvents('products', {
  chosen: { version: 1, schema: v.object({ name: v.string() }), summary: 'Somebody wants a product' },
});

export const cart = defineEvents('cart', {
  changed: { version: 1, schema: v.object({ lines: v.array(line) }), retain: 'latest', summary: 'The cart holds other lines' },
});
