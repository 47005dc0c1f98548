import { createBus } from '@busbar/core';
import { defineSaga } from '../definition/define-saga.ts';
import { indexedDbSagaStore } from '../store/indexed-db-saga-store.ts';
import { submitted } from './orders.test.fixture.ts';
import { runSaga } from './run-saga.ts';

// A tab of its own: runs the saga, and tells the others on a channel what it does. The address says its name, the database,
// and whether its payments ever come to an end.
const { tab = '', database = '', pays, submits } = Object.fromEntries(new URLSearchParams(location.hash.slice(1)));
const channel = new BroadcastChannel(database);
const tell = (what: string, more: object = {}): void => channel.postMessage({ tab, what, ...more });

const saga = defineSaga('placeOrder', {
  startedBy: submitted,
  correlate: ({ data }) => data.number,
  steps: [
    { name: 'reserve', do: ({ idempotencykey }) => tell('reserve', { key: idempotencykey }) },
    {
      name: 'pay',
      do: async ({ idempotencykey }) => {
        tell('pay', { key: idempotencykey });
        if (!pays) await new Promise(() => {});
      },
    },
  ],
});

const bus = createBus({ source: `checkout-${tab}` });
const sagas = runSaga(bus, saga, { store: indexedDbSagaStore(database) });
await sagas.ready;
if (submits) bus.emit(submitted, { number: 'A-17', total: 30 });
tell('ready');
tell('settled', { state: await sagas.settled('A-17') });
