import { createBus, createHub, type DeadLetter, deadLetter } from '@busbar/core';
import { sagaEvents } from '@busbar/patterns';
import { cart } from 'contracts';
import { expect, it, vi } from 'vitest';
import { describeDeadLetter } from './describe-dead-letter.ts';

const line = { sku: 'lamp-01', name: 'Desk lamp', price: 12_900, quantity: 1 };

function page() {
  const bus = createBus({ source: 'cart', hub: createHub(), contracts: [cart], onError: () => {} });
  const sentence = () => vi.waitFor(() => describeDeadLetter(bus.deadLetters.list().at(-1) as DeadLetter));
  return { bus, sentence };
}

it('says where a payload breaks its contract', async () => {
  const { bus, sentence } = page();
  expect(() => bus.emit(cart.itemAdded, { ...line, sku: 42 as never })).toThrow();
  expect(await sentence()).toBe(
    'cart:itemAdded from cart was refused and reached nobody. sku: Invalid input: expected string, received number',
  );
});

it('says who failed, and what was thrown', async () => {
  const { bus, sentence } = page();
  bus.on(cart.itemAdded, () => {
    throw new Error('out of order');
  });
  bus.emit(cart.itemAdded, line);
  expect(await sentence()).toBe('cart failed to handle cart:itemAdded; the others got it. out of order');
});

it('says how often it was tried', async () => {
  const { bus, sentence } = page();
  const fail = () => Promise.reject(new Error('still out of order'));
  bus.on(cart.itemAdded, fail, { retry: { attempts: 2, delay: 1 } });
  bus.emit(cart.itemAdded, line);
  expect(await sentence()).toBe('cart failed 3 times to handle cart:itemAdded; the others got it. still out of order');
});

it('names the reason where it is no failure', async () => {
  vi.spyOn(console, 'warn').mockImplementation(() => {}); // the bus says it there, too
  const { bus, sentence } = page();
  bus.on(cart.itemAdded, () => new Promise(() => {}), { maxQueue: 1 });
  for (let times = 0; times < 3; times += 1) bus.emit(cart.itemAdded, line);
  expect(await sentence()).toMatch(
    /^cart missed cart:itemAdded \(overflow\); the others got it\. "cart:itemAdded" found no room/,
  );
});

it('says what to do about a step that could not be undone', async () => {
  const { bus, sentence } = page();
  const error = { name: 'Error', message: 'The gate is jammed' };
  const start = bus.emit(cart.itemAdded, line);
  const instance = { saga: 'placeOrder', version: 1, id: 'A-1' };
  const event = bus.emit(sagaEvents.undoFailed, {
    ...instance,
    step: 'reserveStock',
    attempt: 4,
    outcome: 'done',
    error,
    start,
    results: {},
  });
  deadLetter(bus, event, new Error(error.message));
  expect(await sentence()).toBe(
    'Could not be undone: placeOrder A-1, reserveStock, attempt 4. Redrive it to try again, or finish it by hand. The gate is jammed',
  );
});
