import { createBus } from '@busbar/core';
import { memorySagaStore, type RequestContract, reply, runSaga, sagaEvents } from '@busbar/patterns';
import type { ServiceDesk } from '../page/service-desk.ts';
import { type Desks, type PlaceOrder, startPage, type Tell } from '../page/start-page.ts';
import { capture, check, order, recording, refund, reservation, withdrawal } from './contracts.ts';
import { placeOrder } from './place-order.ts';

interface Numbered {
  readonly number: string;
}
type Part = RequestContract<string, Numbered, Numbered, Numbered, Numbered>;

/** Four services that know events only, a saga that asks one after the other, and a page that hears what comes of it. */
function connect(desks: Desks, tell: Tell): PlaceOrder {
  join('order', desks.order, recording, withdrawal);
  join('payment', desks.payment, capture, refund);
  join('fraud', desks.fraud, check);
  join('inventory', desks.inventory, reservation);
  runSaga(createBus({ source: 'order-saga' }), placeOrder, { store: memorySagaStore() });

  const page = createBus({ source: 'checkout' });
  page.on(order.received, ({ data }) => tell(data.number, 'received'));
  page.on(sagaEvents.completed, ({ data }) => tell(data.id, 'confirmed'));
  page.on(sagaEvents.undone, ({ data }) => tell(data.id, 'cancelled'));
  return (number) => void page.emit(order.submitted, { number });
}

function join(source: string, desk: ServiceDesk, does: Part, takesBack?: Part): void {
  // A service that says no fails its request. The saga hears of it; the page need not.
  const bus = createBus({ source, onError: () => {} });
  reply(bus, does, async ({ number }) => {
    await desk.hold(number, () => desk.work(number));
    return { number };
  });
  if (!takesBack) return;
  reply(bus, takesBack, async ({ number }) => {
    await desk.hold(number, () => desk.undo(number));
    return { number };
  });
}

startPage(connect);
