import type { Bus } from '@busbar/core';
import { mountRootParcel } from 'single-spa';
import { describe, expect, test, vi } from 'vitest';
import { createHostBus, pinged } from './single-spa-page.test.fixture.ts';
import { type BusProps, withBus } from './with-bus.ts';

const nothing = async () => {};
const domElement = document.createElement('div');

describe('withBus and parcels', () => {
  test('gives mount, update and unmount the same scope, and disposes it', async () => {
    const host = createHostBus();
    const given: Bus[] = [];
    const remember = async ({ bus }: BusProps) => void given.push(bus);
    const parcel = mountRootParcel(withBus({ mount: remember, update: remember, unmount: remember }), { domElement, bus: host });
    await parcel.mountPromise;
    await parcel.update!({ domElement, bus: host });
    await parcel.unmount();
    expect(given).toEqual([given[0], given[0], given[0]]);
    expect([given[0]!.disposed, host.disposed]).toEqual([true, false]);
  });

  test('keeps parcels of one configuration and one name apart', async () => {
    const host = createHostBus();
    const config = { name: 'twin', ...withBus({ mount: async ({ bus }) => void bus.on(pinged, vi.fn()), unmount: nothing }) };
    const [first, second] = [1, 2].map(() => mountRootParcel(config, { domElement, bus: host }));
    await Promise.all([first!.mountPromise, second!.mountPromise]);
    expect(host.metrics().subscriptions).toHaveLength(2);
    await first!.unmount();
    expect(host.metrics().subscriptions).toHaveLength(1);
    await second!.unmount();
    expect(host.metrics().subscriptions).toHaveLength(0);
  });

  test('gives a parcel that is mounted again a new scope', async () => {
    const host = createHostBus();
    const scopes: Bus[] = [];
    const config = withBus({ mount: async ({ bus }) => void scopes.push(bus), unmount: nothing });
    const parcel = mountRootParcel(config, { domElement, bus: host });
    await parcel.mountPromise;
    await parcel.unmount();
    await parcel.mount();
    expect(scopes.map(({ disposed }) => disposed)).toEqual([true, false]);
    await parcel.unmount();
  });

  test('disposes the scope of a parcel that fails to mount', async () => {
    const host = createHostBus();
    const mount = async ({ bus }: BusProps) => {
      bus.on(pinged, vi.fn());
      throw new Error('no data');
    };
    const parcel = mountRootParcel(withBus({ mount, unmount: nothing }), { domElement, bus: host });
    await expect(parcel.mountPromise).rejects.toThrow('no data');
    expect(host.metrics().subscriptions).toEqual([]);
  });
});
