import type { Bus } from '@busbar/core';
import { shell } from 'contracts';
import { catalogue } from './catalogue.ts';

/** Tells everybody, those who come later included, what the shop sells and for how much. */
export function publishOffers(bus: Bus): void {
  bus.emit(shell.offersChanged, { offers: catalogue.map(({ sku, name, price }) => ({ sku, name, price })) });
}
