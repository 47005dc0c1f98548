import { type Bus, isBusError } from '@busbar/core';
import { cart } from 'contracts';
import { announce } from '../announce.ts';
import type { Product } from './product.ts';

/** Tells everybody that one piece goes into the cart. Answers whether the bus took it. */
export function addToCart(bus: Bus, { sku, name, price }: Product): boolean {
  try {
    bus.emit(cart.itemAdded, { sku, name, price, quantity: 1 }, { subject: sku });
  } catch (error) {
    if (!isBusError(error)) throw error;
    announce(`${name} could not be added. ${error.message}`);
    return false;
  }
  announce(`${name} is in your cart`);
  return true;
}
