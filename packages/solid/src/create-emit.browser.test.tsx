import { createEffect, createSignal } from 'solid-js';
import { expect, test } from 'vitest';
import { cart } from './cart-contracts.test.fixture.ts';
import { openCartPage, show } from './cart-page.test.fixture.tsx';
import { BusProvider, createEmit } from './index.ts';

test('the emitting function publishes, at any time, and returns the event', () => {
  const { bus, show } = openCartPage();
  const heard: string[] = [];
  const returned: string[] = [];
  bus.on(cart.itemAdded, ({ id }) => heard.push(id), { delivery: 'sync' });
  const { container } = show(() => {
    const add = createEmit(cart.itemAdded);
    return (
      <button type="button" onClick={() => returned.push(add({ sku: 'A-1' }, { subject: 'A-1' }).id)}>
        Add
      </button>
    );
  });
  container.querySelector('button')?.click();
  expect(heard).toHaveLength(1);
  expect(returned).toEqual(heard);
});

test('a name stands for its contract, and what the contract refuses throws to the caller', () => {
  const { show } = openCartPage();
  show(() => {
    const emit = createEmit('cart:itemAdded');
    const expected = { type: 'cart:itemAdded', source: 'test', subject: 'A-1', data: { sku: 'A-1' } };
    expect(emit({ sku: 'A-1' }, { subject: 'A-1' })).toMatchObject(expected);
    // @ts-expect-error a number is no sku
    expect(() => emit({ sku: 1 })).toThrow(expect.objectContaining({ code: 'invalid-payload' }));
    return null;
  });
});

test('one function emits what the contract and the bus are by then, and an effect that calls it does not run again', () => {
  const [one, other] = [openCartPage(), openCartPage()];
  const [bus, setBus] = createSignal(one.bus);
  const [removing, setRemoving] = createSignal(false);
  const emitted: string[] = [];
  for (const { bus } of [one, other]) bus.on('cart:*', ({ type }) => emitted.push(type), { delivery: 'sync' });
  let emit: (data: { sku: string }) => unknown = () => {};
  const Emitter = () => {
    emit = createEmit(() => (removing() ? cart.itemRemoved : cart.itemAdded));
    createEffect(() => emit({ sku: 'A-1' }));
    return null;
  };
  show(() => (
    <BusProvider bus={bus()}>
      <Emitter />
    </BusProvider>
  ));
  setRemoving(true);
  setBus(other.bus);
  expect(emitted).toEqual(['cart:itemAdded']);
  expect(emit({ sku: 'B-2' })).toMatchObject({ type: 'cart:itemRemoved' });
  expect(emitted).toEqual(['cart:itemAdded', 'cart:itemRemoved']);
});
