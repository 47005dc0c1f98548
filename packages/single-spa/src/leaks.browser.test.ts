import { type Bus, createBus } from '@busbar/core';
import { mountRootParcel } from 'single-spa';
import { describe, expect, test, vi } from 'vitest';
import { type Leak, singleSpa } from './leaks.ts';
import { createHostBus, pinged, register, show, startSingleSpa } from './single-spa-page.test.fixture.ts';
import { type BusProps, withBus } from './with-bus.ts';

startSingleSpa();

const nothing = async () => {};
const subscribeAs = (source: string, { hub }: Bus) => createBus({ source, hub }).on(pinged, vi.fn());

/** A host that hears of leaks, and what it was warned of. */
function watchedHost() {
  const warn = vi.spyOn(console, 'warn').mockImplementation(() => {});
  const host = createHostBus();
  const leaks: Leak[] = [];
  host.on(singleSpa.leaked, ({ data }) => leaks.push(data));
  return { host, leaks, warn };
}

describe('an application that is unmounted and still listens under its name', () => {
  test('is told of on the bus, with what it listens to, and with one warning', async () => {
    const { host, leaks, warn } = watchedHost();
    const mount = async ({ bus, name }: BusProps) => {
      bus.on(pinged, vi.fn());
      const own = createBus({ source: name, hub: bus.hub });
      own.on(pinged, vi.fn());
      own.on('cart:*', vi.fn());
    };
    const name = register({ mount }, { bus: host });
    await show(name);
    await show();
    await expect.poll(() => leaks).toEqual([{ name, targets: ['test:pinged', 'cart:*'] }]);
    const sentence = `[busbar leaked] "${name}" was unmounted and still listens to "test:pinged", "cart:*": subscribed under its name`;
    expect(warn.mock.calls).toEqual([[expect.stringContaining(sentence)]]);
  });

  test('is told of once for each mounting that leaves something', async () => {
    const { host, leaks } = watchedHost();
    const name = register({ mount: async ({ bus, name }) => void subscribeAs(name, bus) }, { bus: host });
    await show(name);
    await show();
    await show(name);
    await show();
    await expect.poll(() => leaks).toEqual([1, 2].map(() => ({ name, targets: ['test:pinged'] })));
  });

  test('is told of on a bus that may not publish it', async () => {
    const { host, leaks } = watchedHost();
    const narrow = host.scope({ publish: ['cart:*'] });
    const name = register({ mount: async ({ bus, name }) => void subscribeAs(name, bus) }, { bus: narrow });
    await show(name);
    await show();
    await expect.poll(() => leaks).toHaveLength(1);
  });

  test('is told of under another source that it chose, too', async () => {
    const { host, leaks } = watchedHost();
    const mount = async ({ bus }: BusProps) => void subscribeAs('cart', bus);
    const name = register({ mount }, { bus: host }, { source: 'cart' });
    await show(name);
    await show();
    await expect.poll(() => leaks).toEqual([{ name, targets: ['test:pinged'] }]);
  });

  test('is told of when its mount failed', async () => {
    const { host, leaks } = watchedHost();
    const mount = async ({ bus, name }: BusProps) => {
      subscribeAs(name, bus);
      throw new Error('no data');
    };
    const parcel = mountRootParcel({ name: 'failing', ...withBus({ mount, unmount: nothing }) }, { ...props(), bus: host });
    await expect(parcel.mountPromise).rejects.toThrow('no data');
    await expect.poll(() => leaks).toEqual([{ name: 'failing', targets: ['test:pinged'] }]);
  });
});

describe('nobody is told of', () => {
  test('an application that ends what it began, through whatever bus', async () => {
    const { host, leaks, warn } = watchedHost();
    let own: Bus;
    const mount = async ({ bus, name }: BusProps) => {
      own = createBus({ source: name, hub: bus.hub });
      own.on(pinged, vi.fn());
      bus.scope({ source: 'part' }).on(pinged, vi.fn());
    };
    const name = register({ mount, unmount: async () => own.dispose() }, { bus: host });
    await show(name);
    await show();
    expect([leaks, warn.mock.calls, host.metrics().emitted]).toEqual([[], [], 0]);
  });

  test('what listens from before the first mount on, mounted or not', async () => {
    const { host, leaks, warn } = watchedHost();
    const name = register({ bootstrap: async () => void subscribeAs(name, host) }, { bus: host });
    await show(name);
    await show();
    expect([leaks, warn.mock.calls, host.metrics().subscriptions.length]).toEqual([[], [], 2]);
  });

  test('a parcel as long as another of its name is there', async () => {
    const { host, leaks, warn } = watchedHost();
    const config = { name: 'twin', ...withBus({ mount: async ({ bus }) => void bus.on(pinged, vi.fn()), unmount: nothing }) };
    const [first, second] = [1, 2].map(() => mountRootParcel(config, { ...props(), bus: host }));
    await Promise.all([first!.mountPromise, second!.mountPromise]);
    await first!.unmount();
    await second!.unmount();
    expect([leaks, warn.mock.calls]).toEqual([[], []]);
  });
});

function props() {
  return { domElement: document.createElement('div') };
}
