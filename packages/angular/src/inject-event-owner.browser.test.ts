import './zoneless-test-bed.test.fixture.ts';
import {
  Component,
  createEnvironmentInjector,
  EnvironmentInjector,
  effect,
  Injectable,
  Injector,
  runInInjectionContext,
  signal,
} from '@angular/core';
import { TestBed } from '@angular/core/testing';
import { describe, expect, test, vi } from 'vitest';
import { cart } from './cart-contracts.test.fixture.ts';
import { injectEvent } from './inject-event.ts';
import { provideTestBus } from './zoneless-test-bed.test.fixture.ts';

@Component({ selector: 'busbar-added', template: '{{ skus().join() }}' })
class Added {
  readonly skus = signal<string[]>([]);
  readonly stop = injectEvent(cart.itemAdded, ({ data }) => this.skus.update((skus) => [...skus, data.sku]));
}

describe('injectEvent and its owner', () => {
  @Injectable({ providedIn: 'root' })
  class Counter {
    readonly count = signal(0);
    readonly stop = injectEvent(cart.itemAdded, () => this.count.update((count) => count + 1));
  }

  test('lives as long as the service that calls it', async () => {
    const { bus } = provideTestBus();
    const counter = TestBed.inject(Counter);
    bus.emit(cart.itemAdded, { sku: 'lamp' });
    await expect.poll(() => counter.count()).toBe(1);
    TestBed.resetTestingModule();
    expect(bus.metrics().subscriptions).toHaveLength(0);
  });

  test('ends with the injector that runInInjectionContext is given', () => {
    const { bus } = provideTestBus();
    const injector = createEnvironmentInjector([], TestBed.inject(EnvironmentInjector));
    runInInjectionContext(injector, () => injectEvent(cart.itemAdded, vi.fn()));
    expect(bus.metrics().subscriptions).toHaveLength(1);
    injector.destroy();
    expect(bus.metrics().subscriptions).toHaveLength(0);
  });

  test('takes an injector for calls after the constructor', () => {
    const { bus } = provideTestBus();
    const fixture = TestBed.createComponent(Added);
    injectEvent(cart.itemRemoved, vi.fn(), { injector: fixture.componentRef.injector });
    expect(bus.metrics().subscriptions).toHaveLength(2);
    fixture.destroy();
    expect(bus.metrics().subscriptions).toHaveLength(0);
  });

  test('starts nothing for an owner that is gone', () => {
    const { bus } = provideTestBus();
    const fixture = TestBed.createComponent(Added);
    const { injector } = fixture.componentRef;
    fixture.destroy();
    expect(() => injectEvent(cart.itemAdded, vi.fn(), { injector })).toThrow('NG0911');
    expect(bus.metrics().subscriptions).toHaveLength(0);
  });

  test('says what to do where no bus is provided', () => {
    const call = () => injectEvent(cart.itemAdded, vi.fn(), { injector: TestBed.inject(Injector) });
    expect(call).toThrow('No bus is provided. Add provideBus(bus) to the providers');
  });

  test('says its name outside an injection context', () => {
    expect(() => injectEvent(cart.itemAdded, vi.fn())).toThrow(
      /NG0203: injectEvent\(\) can only be used within an injection context/,
    );
  });

  test('refuses what is no handler', () => {
    provideTestBus();
    const call = () => TestBed.runInInjectionContext(() => injectEvent('cart:*', 'handler' as never));
    expect(call).toThrow(expect.objectContaining({ code: 'invalid-handler' }));
  });
});

describe('injectEvent and reactive contexts', () => {
  test('what a synchronous handler reads does not tie the effect that emits', () => {
    const { bus } = provideTestBus();
    const read = signal(1);
    const run = vi.fn();
    TestBed.runInInjectionContext(() => {
      injectEvent(cart.itemAdded, () => read(), { delivery: 'sync' });
      effect(() => run(bus.emit(cart.itemAdded, { sku: 'lamp' })));
    });
    TestBed.tick();
    read.set(2);
    TestBed.tick();
    expect(run).toHaveBeenCalledTimes(1);
  });

  test('it can be called in an effect, with an injector', () => {
    const { bus } = provideTestBus();
    const injector = TestBed.inject(EnvironmentInjector);
    const enabled = signal(true);
    TestBed.runInInjectionContext(() => effect(() => void injectEvent(cart.itemAdded, vi.fn(), { enabled, injector })));
    TestBed.tick();
    enabled.set(false);
    TestBed.tick();
    enabled.set(true);
    TestBed.tick();
    expect(bus.metrics().subscriptions).toHaveLength(1);
  });
});
