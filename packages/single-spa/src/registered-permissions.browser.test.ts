import type { Bus } from '@busbar/core';
import { addErrorHandler, registerApplication, removeErrorHandler } from 'single-spa';
import { describe, expect, test } from 'vitest';
import { createHostBus, errorsDuring, pinged, show, showable, startSingleSpa } from './single-spa-page.test.fixture.ts';
import { type BusProps, withBus } from './with-bus.ts';

startSingleSpa();

const nothing = async () => {};

/** Mounts an application that is registered with `busbar`, and gives its scope. */
async function scopeOf(busbar: unknown, options?: Parameters<typeof withBus>[1]): Promise<Bus | undefined> {
  let scope: Bus | undefined;
  const { name, activeWhen } = showable();
  const mount = async ({ bus }: BusProps) => {
    scope = bus;
  };
  const app = withBus({ mount, unmount: nothing }, options);
  registerApplication({ name, app: async () => app, activeWhen, customProps: { bus: createHostBus(), busbar } });
  await show(name);
  return scope;
}

const emit = (scope: Bus | undefined) => () => scope!.emit(pinged, { from: 'application' });
const hear = (scope: Bus | undefined) => () => scope!.on(pinged, () => {});
const forbidden = expect.objectContaining({ code: 'forbidden' });

describe('the permissions that an application is registered with', () => {
  test('narrow what it may emit and hear', async () => {
    const scope = await scopeOf({ publish: ['cart:*'], subscribe: ['test:*'] });
    expect(emit(scope)).toThrow(forbidden);
    expect(hear(scope)).not.toThrow();
  });

  test('leave open what they say nothing of', async () => {
    const scope = await scopeOf({ subscribe: [] });
    expect(emit(scope)).not.toThrow();
    expect(hear(scope)).toThrow(forbidden);
  });

  test('cannot be widened by the application', async () => {
    const scope = await scopeOf({ publish: ['cart:*'], subscribe: ['cart:*'] }, { publish: ['**'], subscribe: ['test:*'] });
    expect(emit(scope)).toThrow(forbidden);
    expect(hear(scope)).toThrow(forbidden);
    expect(emit(scope!.scope({ publish: ['**'] }))).toThrow(forbidden);
  });

  test('can be narrowed further by the application', async () => {
    const scope = await scopeOf({ publish: ['**'], subscribe: ['test:*'] }, { publish: [] });
    expect(emit(scope)).toThrow(forbidden);
    expect(hear(scope)).not.toThrow();
  });

  test.each([
    [{ publish: 'cart:*' }, 'busbar.publish'],
    [{ subscribe: ['cart:*', 7] }, 'busbar.subscribe'],
    [{ publishes: ['cart:*'] }, 'busbar.publishes'],
    [{ source: 'cart' }, 'busbar.source'],
    [['cart:*'], 'busbar.0'],
    ['cart:*', 'busbar'],
    [() => ({ publish: [] }), 'busbar'],
  ])('are refused with the name of the application where they are wrong: %j', async (busbar, prop) => {
    const failed: string[] = [];
    const handler = (error: Error & { appOrParcelName: string }) => failed.push(error.appOrParcelName);
    addErrorHandler(handler);
    const errors = await errorsDuring(async () => void (await scopeOf(busbar)));
    removeErrorHandler(handler);
    const [name] = failed;
    const sentence = `"${name}" is registered with a wrong customProps.${prop}. Expected busbar: { publish, subscribe }`;
    expect(errors).toEqual([expect.stringContaining(sentence)]);
  });
});
