import { type Bus, createBus } from '@busbar/core';
import { getAppStatus } from 'single-spa';
import { describe, expect, test, vi } from 'vitest';
import { createHostBus, errorsDuring, pinged, register, show, startSingleSpa } from './single-spa-page.test.fixture.ts';
import { type BusProps, withBus } from './with-bus.ts';

startSingleSpa();

describe('withBus gives a mounted application a scope', () => {
  test('of the bus that the host hands over, under the name of the application', async () => {
    const host = createHostBus();
    const heard = vi.fn();
    host.on(pinged, heard);
    const name = register({ mount: async ({ bus }) => void bus.emit(pinged, { from: 'application' }) }, { bus: host });
    await show(name);
    await expect.poll(() => heard.mock.calls).toMatchObject([[{ source: name, data: { from: 'application' } }, {}]]);
  });

  test('of a bus of its own on the hub of the page where the host hands over none', async () => {
    const page = createBus({ source: 'page' });
    const heard = vi.fn();
    page.on(pinged, heard);
    const name = register({ mount: async ({ bus }) => void bus.emit(pinged, { from: 'application' }) });
    await show(name);
    await expect.poll(() => heard.mock.calls).toMatchObject([[{ source: name }, {}]]);
    page.dispose();
  });

  test('that is disposed after unmount, with everything subscribed through it', async () => {
    const host = createHostBus();
    const scopes: Bus[] = [];
    const mount = async ({ bus }: BusProps) => {
      scopes.push(bus);
      bus.on(pinged, vi.fn());
    };
    const name = register({ mount }, { bus: host });
    await show(name);
    expect(host.metrics().subscriptions).toMatchObject([{ source: name, target: 'test:pinged' }]);
    await show();
    expect(host.metrics().subscriptions).toEqual([]);
    expect([scopes[0]!.disposed, host.disposed]).toEqual([true, false]);
  });

  test('anew with each of many remounts, leaving nothing behind', async () => {
    const host = createHostBus();
    const scopes = new Set<Bus>();
    const mount = async ({ bus }: BusProps) => {
      scopes.add(bus);
      bus.on('**', vi.fn());
    };
    const name = register({ mount }, { bus: host });
    for (let time = 0; time < 20; time++) {
      await show(name);
      await show();
    }
    expect(scopes.size).toBe(20);
    expect(host.metrics().subscriptions).toEqual([]);
  });

  test('that still works during unmount', async () => {
    const host = createHostBus();
    const heard = vi.fn();
    host.on(pinged, heard);
    const name = register({ unmount: async ({ bus }) => void bus.emit(pinged, { from: 'farewell' }) }, { bus: host });
    await show(name);
    await show();
    await expect.poll(() => heard.mock.calls).toMatchObject([[{ data: { from: 'farewell' } }, {}]]);
  });

  test('that may do no more than the options allow', async () => {
    const name = register(
      { mount: async ({ bus }) => void bus.emit(pinged, { from: 'application' }) },
      { bus: createHostBus() },
      {
        publish: ['cart:*'],
      },
    );
    const errors = await errorsDuring(() => show(name));
    expect(errors).toEqual([expect.stringContaining('test:pinged')]);
  });
});

describe('withBus and several applications', () => {
  test('ends the one and not the other', async () => {
    const host = createHostBus();
    const heard: string[] = [];
    const listen = async ({ bus, name }: BusProps) => void bus.on(pinged, () => heard.push(name));
    const [first, second] = [register({ mount: listen }, { bus: host }), register({ mount: listen }, { bus: host })] as const;
    await show(first, second);
    await show(second);
    host.emit(pinged, { from: 'host' });
    await expect.poll(() => heard).toEqual([second]);
    expect(host.metrics().subscriptions).toMatchObject([{ source: second }]);
  });

  test('lets them hear one another', async () => {
    const heard: string[] = [];
    const listener = register({ mount: async ({ bus }) => void bus.on(pinged, ({ source }) => heard.push(source)) });
    const speaker = register({ mount: async ({ bus }) => void bus.emit(pinged, { from: 'speaker' }) });
    await show(listener);
    await show(listener, speaker);
    await expect.poll(() => heard).toEqual([speaker]);
  });
});

describe('withBus and lifecycles that fail', () => {
  test('disposes the scope at once when mount fails, and lets unmount run', async () => {
    const host = createHostBus();
    const disposedInUnmount: boolean[] = [];
    const mount = async ({ bus }: BusProps) => {
      bus.on(pinged, vi.fn());
      throw new Error('no data');
    };
    const name = register({ mount, unmount: async ({ bus }) => void disposedInUnmount.push(bus.disposed) }, { bus: host });
    const errors = await errorsDuring(() => show(name));
    expect(errors).toEqual([`application '${name}' died in status NOT_MOUNTED: no data`]);
    expect(getAppStatus(name)).toBe('SKIP_BECAUSE_BROKEN');
    expect(disposedInUnmount).toEqual([true]);
    expect(host.metrics().subscriptions).toEqual([]);
  });

  test('disposes the scope when unmount fails', async () => {
    const host = createHostBus();
    const mount = async ({ bus }: BusProps) => void bus.on(pinged, vi.fn());
    const unmount = () => Promise.reject(new Error('stuck'));
    const name = register({ mount, unmount }, { bus: host });
    await show(name);
    expect(await errorsDuring(() => show())).toEqual([expect.stringContaining('stuck')]);
    expect(host.metrics().subscriptions).toEqual([]);
  });

  test('tells single-spa when the bus of the host is gone', async () => {
    const host = createHostBus();
    const unmount = vi.fn(async () => {});
    const name = register({ unmount }, { bus: host });
    host.dispose();
    expect(await errorsDuring(() => show(name))).toHaveLength(1);
    expect(unmount).toHaveBeenCalledTimes(1);
  });
});

describe('withBus and the shapes of lifecycles', () => {
  test('runs lists of functions one after another, with one scope', async () => {
    const steps: [string, Bus][] = [];
    const slow = async ({ bus }: BusProps) => {
      await Promise.resolve();
      steps.push(['slow', bus]);
    };
    const name = register({ mount: [slow, async ({ bus }) => void steps.push(['next', bus])] }, { bus: createHostBus() });
    await show(name);
    expect(steps.map(([step]) => step)).toEqual(['slow', 'next']);
    expect(steps[0]![1]).toBe(steps[1]![1]);
  });

  test('bootstraps once, with the props of the host unchanged', async () => {
    const host = createHostBus();
    const bootstrap = vi.fn(async () => {});
    const name = register({ bootstrap }, { bus: host });
    await show(name);
    await show();
    await show(name);
    expect(bootstrap.mock.calls).toEqual([[expect.objectContaining({ name, bus: host })]]);
  });

  test('exports what single-spa 6 and 7 want, and keeps the rest', () => {
    const nothing = async () => {};
    const bootstrap = async () => {};
    const timeouts = { mount: { millis: 10 } };
    const wrapped = withBus({ bootstrap, mount: nothing, unmount: nothing, ...{ timeouts } });
    expect(wrapped).toMatchObject({ bootstrap, init: bootstrap, timeouts });
    expect(wrapped).not.toHaveProperty('update');
    expect(withBus({ init: bootstrap, mount: nothing, unmount: nothing })).toMatchObject({ bootstrap, init: bootstrap });
  });
});
