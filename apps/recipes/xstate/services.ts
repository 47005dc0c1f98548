import { createBus } from '@busbar/core';
import { reply } from '@busbar/patterns';
import { type Books, readBooks, writeBooks } from './books.ts';
import { orders, payment, shop, stock } from './events.ts';
import { passTime } from './pass-time.ts';

const bus = createBus({ source: 'services' });
const faults = new Set<string>();

bus.on(shop.faultSwitched, ({ data: { fault, on } }) => void (on ? faults.add(fault) : faults.delete(fault)));
bus.emit(shop.booksChanged, readBooks());

reply(bus, stock.reservation, async ({ number }, { signal }) => {
  await passTime(signal);
  enter('reserved', number, true);
  // The stock is reserved, and the answer comes too late for anybody to wait for it.
  if (faults.has('stock-stalls')) await passTime(signal, 60_000);
  return {};
});

reply(bus, stock.release, async ({ number }, { signal }) => {
  await passTime(signal);
  if (faults.has('release-fails')) throw new Error('The stock is being counted.');
  enter('reserved', number, false);
  return {};
});

reply(bus, payment.capture, async ({ number }, { signal }) => {
  await passTime(signal);
  if (faults.has('payment-fails')) return { refused: 'The bank declined the payment.' };
  enter('paid', number, true);
  return {};
});

reply(bus, payment.refund, async ({ number }, { signal }) => {
  await passTime(signal);
  enter('paid', number, false);
  return {};
});

reply(bus, orders.confirmation, async ({ number }, { signal }) => {
  await passTime(signal);
  enter('confirmed', number, true);
  return {};
});

function enter(list: keyof Books, number: string, isIn: boolean): void {
  bus.emit(shop.booksChanged, writeBooks(list, number, isIn));
}
