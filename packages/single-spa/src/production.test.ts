import { type Bus, createBus, createHub } from '@busbar/core';
import { afterEach, beforeEach, expect, test, vi } from 'vitest';
import type * as Package from './index.ts';

/** The package as its production build is: what the build puts in, put in here, and every module once more. */
async function productionCopy(): Promise<typeof Package> {
  vi.stubGlobal('__BUSBAR_PRODUCTION__', true);
  vi.resetModules();
  return import('./index.ts');
}

beforeEach(() => vi.resetModules());
afterEach(() => vi.unstubAllGlobals());

test('reports a leak on the bus, and nothing on the console', async () => {
  const { singleSpa, withBus } = await productionCopy();
  const warn = vi.spyOn(console, 'warn');
  const host = createBus({ source: 'host', hub: createHub() });
  const leaked = host.once(singleSpa.leaked);
  const mount = async ({ bus }: { bus: Bus }) => void createBus({ source: 'cart', hub: bus.hub }).on('cart:*', () => {});
  const app = withBus({ mount, unmount: async () => {} });
  for (const lifecycle of [app.mount, app.unmount].flat()) await lifecycle({ name: 'cart', bus: host });
  expect((await leaked).data).toEqual({ name: 'cart', targets: ['cart:*'] });
  expect(warn).not.toHaveBeenCalled();
});

test('refuses wrong permissions all the same, with the place alone', async () => {
  const { withBus } = await productionCopy();
  const { mount } = withBus({ mount: async () => {}, unmount: async () => {} });
  const props = { name: 'cart', busbar: { publish: 'cart:*' } };
  await expect([mount].flat()[0]!(props)).rejects.toThrow(new TypeError('cart: customProps.busbar.publish'));
});
