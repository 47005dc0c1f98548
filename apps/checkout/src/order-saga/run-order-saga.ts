import type { Bus } from '@busbar/core';
import { runSaga, type SagaRunner, type SagaStore } from '@busbar/patterns';
import { shell } from 'contracts';
import { definePlaceOrder } from './place-order.ts';

/** Places the orders that are submitted, and goes on with those that another page left in the middle. Ends with the bus. */
export function runOrderSaga(bus: Bus, store: SagaStore): SagaRunner {
  let issuesTwice = false;
  bus.on(
    shell.serviceFaultSwitched,
    ({ data }) => {
      issuesTwice = data.on;
    },
    { where: ({ data }) => data.fault === 'confirmation-twice' },
  );
  return runSaga(
    bus,
    definePlaceOrder(() => issuesTwice),
    { store },
  );
}
