import { type Bus, createBus, createHub } from '@busbar/core';
import { routing } from '@busbar/single-spa/routing';
import { cart } from 'contracts';
import { expect, it, vi } from 'vitest';
import { watchLagging } from './watch-lagging.ts';

const gone = { sku: 'lamp-01' };

/** A cart that lags, since its handler is done when it is told so. */
async function lagging() {
  const hub = createHub();
  const bus = createBus({ source: 'shell', hub });
  const scope = bus.scope({ source: 'cart' });
  const counted: number[] = [];
  const ids = watchLagging(bus, () => counted.push(ids.size));
  let settle = (): void => {};
  const settled = new Promise<void>((resolve) => {
    settle = resolve;
  });
  scope.on(cart.itemRemoved, () => settled, { lagThreshold: 20 });
  await emitUntil(bus, () => ids.size > 0);
  return { bus, scope, ids, counted, settle };
}

async function emitUntil(bus: Bus, holds: () => boolean): Promise<void> {
  await vi.waitFor(() => {
    bus.emit(cart.itemRemoved, gone);
    expect(holds()).toBe(true);
  });
}

it('knows a subscription from when it lags until it has recovered', async () => {
  const { bus, ids, counted, settle } = await lagging();
  const late = bus.metrics().subscriptions.find(({ source }) => source === 'cart');
  expect([...ids]).toEqual([late?.id]);
  settle();
  await emitUntil(bus, () => ids.size === 0);
  expect(counted).toEqual([1, 0]);
});

it('forgets a subscription that ended, when micro-frontends come or go', async () => {
  const { bus, scope, ids, counted } = await lagging();
  scope.dispose();
  bus.emit(routing.appsChanged, { mounted: [], unmounted: ['cart'], broken: [] });
  await vi.waitFor(() => expect(counted).toEqual([1, 0]));
  expect([...ids]).toEqual([]);
});
