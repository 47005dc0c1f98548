import { memorySagaStore, type SagaRunner, type SagaState, type SagaStore } from '@busbar/patterns';
import { createTestBus, type TestBus } from '@busbar/testing';
import { checkout, type Order, shell } from 'contracts';
import { afterEach, beforeEach, expect, test } from 'vitest';
import { playServices, refuse, type Services } from './play-services.test.fixture.ts';
import { runOrderSaga } from './run-order-saga.ts';

const order: Order = {
  number: 'A-1',
  placedAt: '2026-11-22T10:00:00.000Z',
  lines: [{ sku: 'lamp', name: 'Lamp', price: 12_900, quantity: 2 }],
  total: 25_800,
};

let bus: TestBus;
let store: SagaStore;

beforeEach(() => {
  store = memorySagaStore();
  open();
});
afterEach(() => bus.dispose());

function open(): void {
  bus = createTestBus({ time: 'virtual' });
}

function start(): SagaRunner {
  return runOrderSaga(bus.scope({ source: 'checkout/order-saga' }), store);
}

async function submit(sagas: SagaRunner): Promise<SagaState> {
  bus.emit(checkout.orderSubmitted, order);
  await bus.advance(30_000);
  return sagas.settled(order.number);
}

const never = () => new Promise(() => {});

test('an order is reserved, paid, confirmed and placed, and its confirmation issued', async () => {
  const asked = playServices(bus);
  expect(await submit(start())).toMatchObject({ status: 'completed' });
  expect(asked).toEqual(['reserve', 'capture', 'confirm']);
  expect(bus.emitted(checkout.orderPlaced)).toMatchObject([{ data: order, source: 'checkout/order-saga' }]);
  expect(bus.emitted(checkout.confirmationIssued)).toMatchObject([{ data: { number: 'A-1', total: 25_800 } }]);
});

test.each<[string, Services, string[]]>([
  ['out-of-stock', { reserve: refuse('out-of-stock') }, ['reserve']],
  ['payment-declined', { capture: refuse('payment-declined') }, ['reserve', 'capture', 'release']],
  ['not-confirmed', { confirm: refuse('withdrawn') }, ['reserve', 'capture', 'confirm', 'refund', 'release']],
])('%s: what was done is undone in reverse, and the order is cancelled', async (reason, services, expected) => {
  const asked = playServices(bus, services);
  expect(await submit(start())).toMatchObject({ status: 'undone' });
  expect(asked).toEqual(expected);
  expect(bus.emitted(checkout.orderCancelled)).toMatchObject([{ data: { number: 'A-1', reason } }]);
  expect(bus.emitted(checkout.orderPlaced)).toEqual([]);
});

test.each<[string, Services, string[]]>([
  ['stock-silent', { reserve: never }, ['reserve', 'reserve', 'release']],
  ['payment-silent', { capture: never }, ['reserve', 'capture', 'capture', 'refund', 'release']],
])(
  '%s: a service that does not answer is asked again, and told to undo what it may have done',
  async (reason, services, expected) => {
    const asked = playServices(bus, services);
    expect(await submit(start())).toMatchObject({ status: 'undone' });
    expect(asked).toEqual(expected);
    expect(bus.emitted(checkout.orderCancelled)).toMatchObject([{ data: { reason } }]);
  },
);

test('a confirmation that is issued twice has one key', async () => {
  playServices(bus);
  bus.emit(shell.serviceFaultSwitched, { fault: 'confirmation-twice', on: true });
  expect(await submit(start())).toMatchObject({ status: 'completed' });
  const keys = bus.emitted(checkout.confirmationIssued).map(({ idempotencykey }) => idempotencykey);
  expect(keys).toEqual([keys[0], keys[0]]);
});

test('an order whose page goes away in the middle is placed by the next one, once', async () => {
  playServices(bus, { capture: never });
  start();
  bus.emit(checkout.orderSubmitted, order);
  await bus.advance(1_000);
  bus.dispose();
  open();
  const sagas = start();
  await bus.advance(1_000); // the services mount later
  const asked = playServices(bus);
  expect(await submit(sagas)).toMatchObject({ status: 'completed' });
  expect(asked).toEqual(['capture', 'confirm']);
  expect(bus.emitted(checkout.orderPlaced)).toHaveLength(1);
});

test('an order that is submitted again is placed once', async () => {
  const asked = playServices(bus);
  const sagas = start();
  await submit(sagas);
  await submit(sagas);
  expect(asked).toEqual(['reserve', 'capture', 'confirm']);
  expect(bus.emitted(checkout.orderPlaced)).toHaveLength(1);
});
