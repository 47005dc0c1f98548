import { createBus, type EventContract } from '@busbar/core';
import { type Desks, type PlaceOrder, startPage, type Tell } from '../page/start-page.ts';
import type { ServiceDesk } from '../page/service-desk.ts';
import { fraud, inventory, order, payment } from './contracts.ts';

type Happened = EventContract<string, { number: string }>;

/** A part of a service: what it hears, what it does then, and what it says when that is done or was refused. */
interface Part {
  readonly hears: Happened;
  readonly desk: ServiceDesk;
  readonly does: 'work' | 'undo';
  readonly says: Happened;
  readonly refuses?: Happened;
}

/** Every service hears of what it needs, does its part and says so. Nobody waits for anybody. */
function connect(desks: Desks, tell: Tell): PlaceOrder {
  join('order', { hears: order.submitted, desk: desks.order, does: 'work', says: order.received });
  join('payment', { hears: order.received, desk: desks.payment, does: 'work', says: payment.captured });
  join('fraud', { hears: payment.captured, desk: desks.fraud, does: 'work', says: fraud.cleared });
  join('inventory', {
    hears: fraud.cleared,
    desk: desks.inventory,
    does: 'work',
    says: inventory.reserved,
    refuses: inventory.refused,
  });
  join('payment', { hears: inventory.refused, desk: desks.payment, does: 'undo', says: payment.refunded });
  join('order', { hears: payment.refunded, desk: desks.order, does: 'undo', says: order.cancelled });

  const page = createBus({ source: 'checkout' });
  page.on(order.received, ({ data }) => tell(data.number, 'received'));
  page.on(inventory.reserved, ({ data }) => tell(data.number, 'confirmed'));
  page.on(order.cancelled, ({ data }) => tell(data.number, 'cancelled'));
  return (number) => void page.emit(order.submitted, { number });
}

function join(source: string, { hears, desk, does, says, refuses }: Part): void {
  const bus = createBus({ source });
  const handle = (number: string): Promise<void> =>
    desk.hold(number, async () => {
      const done = await desk[does](number).then(
        () => says,
        () => refuses,
      );
      if (done) bus.emit(done, { number });
    });
  bus.on(hears, ({ data }) => handle(data.number), { overlap: 'parallel' });
}

startPage(connect);
