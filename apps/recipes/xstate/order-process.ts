import { createBus, type Subscription } from '@busbar/core';
import { type Actor, createActor, type SnapshotFrom, toPromise } from 'xstate';
import { checkout } from './events.ts';
import { orderActors } from './order-actors.ts';
import { type Order, orderMachine } from './order-machine.ts';
import { storedOrders, storedSnapshot, storeOrder } from './stored-orders.ts';

const bus = createBus({ source: 'order-process' });

const machine = orderMachine.provide({
  actors: orderActors(bus),
  actions: {
    tellOrderPlaced({ context: { order } }) {
      bus.emit(checkout.orderPlaced, order, { idempotencykey: `${order.number}:placed` });
    },
  },
});

/** Starts an order for each event, and goes on with those that the page was left in the middle of. */
export function runOrderProcess(): Subscription {
  for (const order of storedOrders()) goOn(order);
  return bus.on(checkout.orderSubmitted, ({ data }) => goOn(data), { overlap: 'parallel' });
}

/** One tab at a time runs an order; who gets the lock looks first how far another has come. */
function goOn(order: Order): Promise<void> {
  return navigator.locks.request(`order:${order.number}`, async () => {
    const actor = createActor(machine, { input: order, snapshot: storedSnapshot(order) });
    actor.subscribe(() => keep(order, actor));
    actor.start();
    await toPromise(actor);
  });
}

function keep(order: Order, actor: Actor<typeof machine>): void {
  storeOrder({ order, snapshot: actor.getPersistedSnapshot() });
  tell(actor.getSnapshot());
}

function tell({ context: { order, course, reason }, status, value }: SnapshotFrom<typeof machine>): void {
  bus.emit(checkout.orderProgressed, {
    number: order.number,
    course: [...course],
    status: status === 'active' ? 'running' : (value as 'placed' | 'cancelled' | 'stuck'),
    reason,
  });
}

runOrderProcess();
