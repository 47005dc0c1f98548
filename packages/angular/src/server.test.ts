import '@angular/compiler';
import { createEnvironmentInjector, type EnvironmentInjector, Injector } from '@angular/core';
import { createBus, createHub } from '@busbar/core';
import { describe, expect, test } from 'vitest';
import { cart } from './cart-contracts.test.fixture.ts';
import { injectBus, injectEmit, injectEvent, injectEventState, provideBus } from './index.ts';

/** What a server makes for each request. */
function request(source: string) {
  return createEnvironmentInjector(
    [provideBus(() => createBus({ source, hub: createHub() }))],
    Injector.NULL as EnvironmentInjector,
  );
}

describe('on a server', () => {
  test('runs without a window', async () => {
    expect(globalThis).not.toHaveProperty('window');
    const injector = request('page');
    const heard: string[] = [];
    injectEvent(cart.itemAdded, ({ data }) => heard.push(data.sku), { injector });
    const newest = injectEventState(cart.itemAdded, { injector, select: ({ sku }) => sku });
    injectEmit(cart.itemAdded, { injector })({ sku: 'lamp' });
    await expect.poll(() => heard).toEqual(['lamp']);
    expect(newest()).toBe('lamp');
  });

  test('keeps requests apart and leaves nothing behind when one is answered', () => {
    const [first, second] = [request('first'), request('second')];
    injectEmit(cart.changed, { injector: first })({ count: 1, total: 10 });
    expect(injectEventState(cart.changed, { injector: second })()).toBeUndefined();
    const bus = injectBus({ injector: first });
    first.destroy();
    expect(bus.disposed).toBe(true);
    expect(injectBus({ injector: second }).disposed).toBe(false);
  });
});
