import * as z from 'zod';

/** The number of an order. */
export const OrderNumber = z.string().min(1).describe('What customers and the shop call the order');
