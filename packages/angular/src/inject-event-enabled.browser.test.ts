import './zoneless-test-bed.test.fixture.ts';
import { Component, input, signal } from '@angular/core';
import { TestBed } from '@angular/core/testing';
import { describe, expect, test, vi } from 'vitest';
import { cart } from './cart-contracts.test.fixture.ts';
import { injectEvent } from './inject-event.ts';
import { provideTestBus } from './zoneless-test-bed.test.fixture.ts';

@Component({ selector: 'busbar-switched', template: '' })
class Switched {
  readonly on = input.required<boolean>();
  readonly skus: string[] = [];
  readonly stop = injectEvent(cart.itemAdded, ({ data }) => this.skus.push(data.sku), { enabled: this.on });
}

async function createSwitched(on: boolean) {
  const { bus } = provideTestBus();
  const fixture = TestBed.createComponent(Switched);
  const turn = async (value: boolean) => {
    fixture.componentRef.setInput('on', value);
    await fixture.whenStable();
  };
  await turn(on);
  return { bus, fixture, turn, skus: fixture.componentInstance.skus };
}

describe('injectEvent with enabled', () => {
  test('listens only while it is true', async () => {
    const { bus, turn, skus } = await createSwitched(false);
    expect(bus.metrics().subscriptions).toHaveLength(0);
    for (const [sku, on] of Object.entries({ off: false, first: true, offAgain: false, second: true })) {
      await turn(on);
      bus.emit(cart.itemAdded, { sku });
      await Promise.resolve();
    }
    expect(skus).toEqual(['first', 'second']);
    expect(bus.metrics().subscriptions).toHaveLength(1);
  });

  test('ends with the component, whether it is on or off', async () => {
    for (const on of [true, false]) {
      const { bus, fixture } = await createSwitched(on);
      fixture.destroy();
      expect(bus.metrics().subscriptions).toHaveLength(0);
      TestBed.resetTestingModule();
    }
  });

  test('stays ended after the function it returned is called', async () => {
    const { bus, fixture, turn } = await createSwitched(true);
    fixture.componentInstance.stop();
    expect(bus.metrics().subscriptions).toHaveLength(0);
    await turn(false);
    await turn(true);
    expect(bus.metrics().subscriptions).toHaveLength(0);
  });

  test('lets no event through between turning off and the next change detection', async () => {
    const { bus } = provideTestBus();
    const enabled = signal(true);
    const handler = vi.fn();
    TestBed.runInInjectionContext(() => injectEvent(cart.itemAdded, handler, { enabled }));
    TestBed.tick();
    enabled.set(false);
    bus.emit(cart.itemAdded, { sku: 'lamp' });
    await Promise.resolve();
    expect(bus.metrics().subscriptions).toMatchObject([{ declined: 1 }]);
    expect(handler).not.toHaveBeenCalled();
  });

  test('gives a handler nothing that has waited for it, once it is turned off', async () => {
    const { bus } = provideTestBus();
    const enabled = signal(true);
    let finish = (): void => {};
    const busy = new Promise<void>((resolve) => {
      finish = resolve;
    });
    const skus: string[] = [];
    const handler = ({ data }: { data: { sku: string } }) => skus.push(data.sku) && busy;
    TestBed.runInInjectionContext(() => injectEvent(cart.itemAdded, handler, { enabled }));
    for (const sku of ['lamp', 'desk']) bus.emit(cart.itemAdded, { sku });
    await Promise.resolve();
    enabled.set(false);
    finish();
    await expect.poll(() => bus.metrics().queueDepth).toBe(0);
    expect(skus).toEqual(['lamp']);
  });

  test('listens from the call on where it can be read then', async () => {
    const { bus } = provideTestBus();
    const handler = vi.fn();
    TestBed.runInInjectionContext(() => injectEvent(cart.itemAdded, handler, { enabled: signal(true) }));
    bus.emit(cart.itemAdded, { sku: 'lamp' });
    await expect.poll(() => handler).toHaveBeenCalledTimes(1);
    TestBed.tick();
    expect(bus.metrics().subscriptions).toHaveLength(1);
  });

  test('ends for a handler that turns it off while it begins', () => {
    const { bus } = provideTestBus();
    bus.emit(cart.changed, { count: 1, total: 10 });
    const enabled = signal(true);
    const handler = vi.fn(() => enabled.set(false));
    TestBed.runInInjectionContext(() => injectEvent(cart.changed, handler, { enabled, delivery: 'sync' }));
    TestBed.tick();
    expect(bus.metrics().subscriptions).toHaveLength(0);
    expect(handler).toHaveBeenCalledTimes(1);
  });

  test('asks where as well', async () => {
    const { bus } = provideTestBus();
    const skus: string[] = [];
    TestBed.runInInjectionContext(() =>
      injectEvent(cart.itemAdded, ({ data }) => skus.push(data.sku), {
        enabled: signal(true),
        where: ({ data }) => data.sku !== 'desk',
      }),
    );
    TestBed.tick();
    for (const sku of ['lamp', 'desk', 'chair']) bus.emit(cart.itemAdded, { sku });
    await expect.poll(() => skus).toEqual(['lamp', 'chair']);
  });

  test('gives retained events again each time it is turned on', async () => {
    const { bus } = provideTestBus();
    bus.emit(cart.changed, { count: 1, total: 10 });
    const enabled = signal(true);
    const handler = vi.fn();
    TestBed.runInInjectionContext(() => injectEvent(cart.changed, handler, { enabled }));
    for (const on of [true, false, true]) {
      enabled.set(on);
      TestBed.tick();
      await Promise.resolve();
    }
    await expect.poll(() => handler).toHaveBeenCalledTimes(2);
  });
});
