import { type Bus, defineEvent } from '@busbar/core';
import { mountRootParcel } from 'single-spa';
import { describe, expect, test, vi } from 'vitest';
import * as z from 'zod';
import { createHostBus, pinged } from './single-spa-page.test.fixture.ts';
import { type BusProps, withBus } from './with-bus.ts';

interface MountingProps extends BusProps {
  mountParcel(config: object, props: object): { readonly mountPromise: Promise<unknown> };
}

const other = defineEvent('cart:changed', { version: 1, schema: z.unknown() });
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

  test('gives parcels a scope of the application or parcel that mounts them, however deep', async () => {
    const host = createHostBus();
    const scopes: Bus[] = [];
    const parcelOf = (name: string, inner?: object) => ({
      name,
      ...withBus<MountingProps>({
        async mount({ bus, mountParcel }) {
          scopes.push(bus);
          bus.on(pinged, vi.fn());
          if (inner) await mountParcel(inner, { domElement }).mountPromise;
        },
        unmount: nothing,
      }),
    });
    const config = parcelOf('outer', parcelOf('middle', parcelOf('inner')));
    const parcel = mountRootParcel(config, { domElement, bus: host, busbar: { subscribe: ['test:*'] } });
    await parcel.mountPromise;
    expect(scopes.map(({ source }) => source)).toEqual(['outer', 'middle', 'inner']);
    expect(() => scopes[2]!.on(other, vi.fn())).toThrow('"inner" may not subscribe');
    scopes[1]!.dispose();
    expect(scopes.map(({ disposed }) => disposed)).toEqual([false, true, true]);
    await parcel.unmount();
    expect(host.metrics().subscriptions).toEqual([]);
  });

  test('leaves a parcel the bus that it is handed over', async () => {
    const [host, another] = [createHostBus(), createHostBus()];
    const inner = withBus({ mount: async ({ bus }) => void bus.on(pinged, vi.fn()), unmount: nothing });
    const mount = async ({ mountParcel }: MountingProps) => mountParcel(inner, { domElement, bus: another }).mountPromise;
    const parcel = mountRootParcel(withBus<MountingProps>({ mount, unmount: nothing }), { domElement, bus: host });
    await parcel.mountPromise;
    expect([host, another].map((bus) => bus.metrics().subscriptions.length)).toEqual([0, 1]);
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
