import { defineEvent } from '@busbar/core';
import { expect, test } from 'vitest';
import { renderHook } from 'vitest-browser-react';
import * as z from 'zod';
import { cart, openCartPage } from './cart-page.test.fixture.tsx';
import * as hooks from './index.ts';

const { useEvent, useEventState, useEmit, useSuspenseEventState } = hooks.createBusHooks<typeof cart>();

test('hooks that take names are those of the package', () => {
  expect([useEvent, useEventState, useEmit, useSuspenseEventState]).toEqual([
    hooks.useEvent,
    hooks.useEventState,
    hooks.useEmit,
    hooks.useSuspenseEventState,
  ]);
});

test('a name hears, shows and emits what its contract does', async () => {
  const { bus, wrapper, settled } = openCartPage();
  const heard: string[] = [];
  const { result, act } = await renderHook(
    () => {
      useEvent(['cart:itemAdded', 'cart:itemRemoved'], ({ data }) => heard.push(data.sku));
      return { add: useEmit('cart:itemAdded'), count: useEventState('cart:changed', { select: (state) => state?.count ?? 0 }) };
    },
    { wrapper },
  );
  await act(async () => {
    result.current.add({ sku: 'A-1' });
    bus.emit(cart.changed, { count: 1, total: 10 });
    await settled();
  });
  expect(heard).toEqual(['A-1']);
  expect(result.current.count).toBe(1);
});

test('a name that nobody has defined is an error', async () => {
  const { wrapper } = openCartPage();
  const paid = defineEvent('order:paid', { version: 1, schema: z.number() });
  const { useEventState } = hooks.createBusHooks<{ paid: typeof paid }>();
  await expect(renderHook(() => useEventState('order:paid'), { wrapper })).rejects.toMatchObject({ code: 'unknown-contract' });
});
