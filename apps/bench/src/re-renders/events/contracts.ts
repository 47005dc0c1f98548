import { defineEvents } from '@busbar/core';
import * as z from 'zod';

const Line = z.object({ sku: z.string(), name: z.string(), price: z.int(), quantity: z.int().positive() });
const Customer = z.object({ name: z.string(), postcode: z.string(), points: z.int() });
const Order = z.object({ number: z.string(), placedOn: z.string(), lines: z.array(Line) });
const Notification = z.object({ id: z.string(), text: z.string(), urgent: z.boolean() });

export const cart = defineEvents('cart', {
  itemAdded: { version: 1, schema: z.object({ sku: z.string() }) },
  quantityChanged: { version: 1, schema: z.object({ sku: z.string(), quantity: z.int().nonnegative() }) },
  changed: {
    version: 1,
    schema: z.object({ lines: z.array(Line), count: z.int(), total: z.int(), lastAdded: z.string().optional() }),
    retain: 'latest',
  },
});

export const customer = defineEvents('customer', {
  changed: { version: 1, schema: z.object({ customer: Customer.nullable() }), retain: 'latest' },
});

export const orders = defineEvents('orders', {
  changed: { version: 1, schema: z.object({ orders: z.array(Order) }), retain: 'latest' },
});

export const search = defineEvents('search', {
  filterChanged: { version: 1, schema: z.object({ text: z.string() }), retain: 'latest' },
});

export const notifications = defineEvents('notifications', {
  arrived: { version: 1, schema: Notification },
  changed: { version: 1, schema: z.object({ newest: z.array(Notification) }), retain: 'latest' },
});
