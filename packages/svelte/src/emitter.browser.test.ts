import { expect, test } from 'vitest';
import { cart, openCartPage } from './cart-page.test.fixture.ts';
import { emitter } from './index.ts';
import { state } from './state.test.fixture.svelte.ts';

test('the emitting function publishes, at any time, and returns the event', () => {
  const { bus } = openCartPage();
  const heard: string[] = [];
  bus.on(cart.itemAdded, ({ id }) => heard.push(id), { delivery: 'sync' });
  const { id, subject } = emitter(cart.itemAdded, { bus })({ sku: 'A-1' }, { subject: 'shelf 3' });
  expect(heard).toEqual([id]);
  expect(subject).toBe('shelf 3');
});

test('a name stands for its contract, and the contract may be another by the time of the call', () => {
  const { bus } = openCartPage();
  const type = state<'cart:itemAdded' | 'cart:itemRemoved'>('cart:itemAdded');
  const emit = emitter(() => type.current, { bus });
  expect(emit({ sku: 'A-1' }).type).toBe('cart:itemAdded');
  type.current = 'cart:itemRemoved';
  expect(emit({ sku: 'A-1' }).type).toBe('cart:itemRemoved');
});

test('what the contract refuses throws to the caller', () => {
  const { bus } = openCartPage();
  const emit = emitter(cart.itemAdded, { bus });
  // @ts-expect-error a number is no sku
  expect(() => emit({ sku: 1 })).toThrow(expect.objectContaining({ code: 'invalid-payload' }));
});
