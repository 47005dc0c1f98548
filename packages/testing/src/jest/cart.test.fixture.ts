// A test file of somebody who uses Jest. `jest.test.ts` runs it, and knows which of its tests have to fail.
import { expect, jest, test } from '@jest/globals';
import { createTestBus, fixture } from '../index.ts';
import '../jest.ts';
import { cart } from '../shop-events.test.fixture.ts';

test('toHaveEmitted passes', () => {
  const bus = createTestBus();
  bus.emit(cart.itemAdded, fixture(cart.itemAdded));
  expect(bus).toHaveEmitted(cart.itemAdded);
  expect(bus).toHaveEmitted(cart.itemAdded, { sku: expect.stringMatching(/^A-/), quantity: 2 });
  expect(bus).not.toHaveEmitted('cart:itemAdded', { quantity: 3 });
});

test('toHaveEmitted fails', () => {
  const bus = createTestBus();
  bus.emit(cart.changed, { total: 3 });
  expect(bus).toHaveEmitted(cart.itemAdded, { quantity: expect.any(Number) });
});

test('toHaveDeadLetter passes', () => {
  const bus = createTestBus();
  expect(bus).not.toHaveDeadLetter();
  expect(() => bus.emit(cart.changed, { total: 'three' } as never)).toThrow();
  expect(bus).toHaveDeadLetter({ reason: 'invalid', event: { data: { total: expect.any(String) } } });
});

test('a strict bus fails', () => {
  const bus = createTestBus({ strict: true });
  expect(() => bus.emit(cart.changed, { total: 'three' } as never)).toThrow();
});

test('virtual time passes, 40 events and slow handlers included', async () => {
  const bus = createTestBus({ time: 'virtual' });
  bus.on(cart.changed, () => new Promise((resolve) => setTimeout(resolve, 60_000)), { delivery: 'task' });
  for (let total = 1; total <= 40; total++) bus.emit(cart.changed, { total });
  await bus.advance(40 * 60_000);
  expect(bus.metrics().delivered).toBe(40);
  bus.dispose();
});

test('virtual time beside the fake timers of Jest passes', async () => {
  jest.useFakeTimers();
  const bus = createTestBus({ time: 'virtual' });
  const handler = jest.fn(async () => {
    await new Promise((resolve) => setTimeout(resolve, 1_000));
    bus.emit(cart.itemAdded, fixture(cart.itemAdded));
  });
  bus.on(cart.changed, handler);
  bus.emit(cart.changed, { total: 1 });
  await bus.flush();
  expect(handler).toHaveBeenCalledTimes(1);
  await bus.advance(1_000);
  expect(bus).toHaveEmitted(cart.itemAdded);
  jest.useRealTimers();
});

test('flush in real time passes', async () => {
  const bus = createTestBus();
  const heard: string[] = [];
  for (const delivery of ['microtask', 'task', 'frame', 'idle'] as const)
    bus.on(cart.changed, () => void heard.push(delivery), { delivery });
  bus.emit(cart.changed, { total: 1 });
  await bus.flush();
  expect(heard.sort()).toEqual(['frame', 'idle', 'microtask', 'task']);
});
