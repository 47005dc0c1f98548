import type { Bus } from '@busbar/core';
import { reply } from '@busbar/patterns';
import { orders, payment, stock } from 'contracts';

/** What a service does with one request; without it, it does what it is asked for. */
export type Services = Partial<Record<'reserve' | 'release' | 'capture' | 'refund' | 'confirm' | 'withdraw', () => unknown>>;

/** Plays the services of the shop, and answers what they were asked for, in order. */
export function playServices(page: Bus, services: Services = {}): string[] {
  const bus = page.scope({ source: 'services' });
  const asked: string[] = [];
  const play = async (name: keyof Services): Promise<void> => {
    asked.push(name);
    await services[name]?.();
  };
  const at = new Date(0).toISOString();
  reply(bus, stock.reservation, ({ number }) => play('reserve').then(() => ({ number, reservedAt: at })));
  reply(bus, stock.release, ({ number }) => play('release').then(() => ({ number, released: true })));
  reply(bus, payment.capture, ({ number, amount }) => play('capture').then(() => ({ number, amount, receipt: 'R-1' })));
  reply(bus, payment.refund, ({ number }) => play('refund').then(() => ({ number, amount: 1 })));
  reply(bus, orders.confirmation, ({ number }) => play('confirm').then(() => ({ number, confirmedAt: at })));
  reply(bus, orders.withdrawal, ({ number }) => play('withdraw').then(() => ({ number, withdrawn: true })));
  return asked;
}

/** What a service throws that says no. */
export function refuse(code: string): () => never {
  return () => {
    throw Object.assign(new Error(`No: ${code}`), { code });
  };
}
