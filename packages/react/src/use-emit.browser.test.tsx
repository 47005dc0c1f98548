import { isBusError } from '@busbar/core';
import { memo, useState } from 'react';
import { expect, test } from 'vitest';
import { render, renderHook } from 'vitest-browser-react';
import { cart, openCartPage } from './cart-page.test.fixture.tsx';
import { BusProvider, useEmit } from './index.ts';

test('the emitting function publishes, and returns the event', async () => {
  const { bus, wrapper } = openCartPage();
  const heard: string[] = [];
  bus.on(cart.itemAdded, ({ id }) => heard.push(id), { delivery: 'sync' });
  const { result } = await renderHook(() => useEmit(cart.itemAdded), { wrapper });
  const event = result.current({ sku: 'A-1' }, { subject: 'A-1' });
  expect(event).toMatchObject({ type: 'cart:itemAdded', source: 'test', subject: 'A-1', data: { sku: 'A-1' } });
  expect(heard).toEqual([event.id]);
});

test('a name stands for its contract', async () => {
  const { wrapper } = openCartPage();
  const { result } = await renderHook(() => useEmit('cart:itemAdded'), { wrapper });
  expect(result.current({ sku: 'A-1' }).type).toBe('cart:itemAdded');
});

test('the emitting function stays the same while contract and bus do, so memoized children rest', async () => {
  const { wrapper } = openCartPage();
  let renders = 0;
  const Button = memo(({ add }: { add: (data: { sku: string }) => unknown }) => {
    renders++;
    return (
      <button type="button" onClick={() => add({ sku: 'A-1' })}>
        Add
      </button>
    );
  });
  function Product() {
    const [count, setCount] = useState(0);
    const add = useEmit(cart.itemAdded);
    return (
      <>
        <Button add={add} />
        <button type="button" onClick={() => setCount(count + 1)}>
          Seen {count} times
        </button>
      </>
    );
  }
  const screen = await render(<Product />, { wrapper });
  await screen.getByText('Seen 0 times').click();
  await expect.element(screen.getByText('Seen 1 times')).toBeVisible();
  expect(renders).toBe(1);
});

test('another bus makes another emitting function', async () => {
  const one = openCartPage();
  const other = openCartPage();
  const sources: string[] = [];
  const emitters = new Set<unknown>();
  function Emitter() {
    const emit = useEmit(cart.itemAdded);
    emitters.add(emit);
    return (
      <button type="button" onClick={() => sources.push(emit({ sku: 'A-1' }).id)}>
        Emit
      </button>
    );
  }
  const screen = await render(<BusProvider bus={one.bus} children={<Emitter />} />);
  await screen.rerender(<BusProvider bus={other.bus} children={<Emitter />} />);
  await screen.getByText('Emit').click();
  expect(emitters.size).toBe(2);
  expect([one.bus.metrics().emitted, other.bus.metrics().emitted]).toEqual([0, 1]);
});

test('what the contract refuses throws to the caller', async () => {
  const { wrapper } = openCartPage();
  const { result } = await renderHook(() => useEmit(cart.itemAdded), { wrapper });
  const refused = (): unknown => {
    try {
      // @ts-expect-error a number is no sku
      return result.current({ sku: 1 });
    } catch (error) {
      return isBusError(error) && error.code;
    }
  };
  expect(refused()).toBe('invalid-payload');
});
