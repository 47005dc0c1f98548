import './zoneless-test-bed.test.fixture.ts';
import {
  Component,
  createEnvironmentInjector,
  Directive,
  ElementRef,
  EnvironmentInjector,
  effect,
  Injectable,
  Injector,
  inject,
  input,
  runInInjectionContext,
  signal,
} from '@angular/core';
import { TestBed } from '@angular/core/testing';
import type { BusError, Subscription } from '@busbar/core';
import { describe, expect, test, vi } from 'vitest';
import { cart } from './cart-contracts.test.fixture.ts';
import { injectEvent } from './inject-event.ts';
import { provideTestBus } from './zoneless-test-bed.test.fixture.ts';

@Component({ selector: 'busbar-added', template: '{{ skus().join() }}' })
class Added {
  readonly skus = signal<string[]>([]);
  readonly stop = injectEvent(cart.itemAdded, ({ data }) => this.skus.update((skus) => [...skus, data.sku]));
}

describe('injectEvent in a component', () => {
  test('hears events and updates the view without zones', async () => {
    const { bus } = provideTestBus();
    const fixture = TestBed.createComponent(Added);
    bus.emit(cart.itemAdded, { sku: 'lamp' });
    bus.emit(cart.itemAdded, { sku: 'desk' });
    await expect.poll(() => fixture.nativeElement.textContent).toBe('lamp,desk');
  });

  test('ends with the component', async () => {
    const { bus } = provideTestBus();
    const fixture = TestBed.createComponent(Added);
    expect(bus.metrics().subscriptions).toHaveLength(1);
    fixture.destroy();
    expect(bus.metrics().subscriptions).toHaveLength(0);
    bus.emit(cart.itemAdded, { sku: 'lamp' });
    await Promise.resolve();
    expect(fixture.componentInstance.skus()).toEqual([]);
  });

  test('lives and ends with a directive', async () => {
    @Directive({ selector: '[busbarHighlight]' })
    class Highlight {
      readonly element = inject(ElementRef).nativeElement as HTMLElement;
      readonly stop = injectEvent(cart.itemAdded, ({ data }) => this.element.setAttribute('title', data.sku));
    }
    @Component({ selector: 'busbar-list', imports: [Highlight], template: '@if (shown()) {<p busbarHighlight></p>}' })
    class List {
      readonly shown = signal(true);
    }
    const { bus } = provideTestBus();
    const fixture = TestBed.createComponent(List);
    await fixture.whenStable();
    bus.emit(cart.itemAdded, { sku: 'lamp' });
    await expect.poll(() => fixture.nativeElement.querySelector('p').title).toBe('lamp');
    fixture.componentInstance.shown.set(false);
    await fixture.whenStable();
    expect(bus.metrics().subscriptions).toHaveLength(0);
  });

  test('leaves nothing behind after many components', () => {
    const { bus } = provideTestBus();
    for (let time = 0; time < 100; time++) TestBed.createComponent(Added).destroy();
    expect(bus.metrics().subscriptions).toHaveLength(0);
  });

  test('ends earlier when the function it returned is called, in each of its three shapes', () => {
    const { bus } = provideTestBus();
    const ends: ((stop: Subscription) => void)[] = [
      (stop) => stop(),
      (stop) => stop.unsubscribe(),
      (stop) => stop[Symbol.dispose](),
    ];
    for (const end of ends) {
      const fixture = TestBed.createComponent(Added);
      expect(bus.metrics().subscriptions).toHaveLength(1);
      end(fixture.componentInstance.stop);
      expect(bus.metrics().subscriptions).toHaveLength(0);
      fixture.destroy();
    }
  });

  test('has handlers that see signals and inputs as they are when the event arrives', async () => {
    @Component({ selector: 'busbar-greeter', template: '{{ name() }}' })
    class Greeter {
      readonly name = input.required<string>();
      readonly heard: string[] = [];
      readonly stop = injectEvent(cart.itemAdded, ({ data }) => this.heard.push(`${this.name()} ${data.sku}`));
    }
    const { bus } = provideTestBus();
    const fixture = TestBed.createComponent(Greeter);
    for (const name of ['first', 'second']) {
      fixture.componentRef.setInput('name', name);
      await fixture.whenStable();
      bus.emit(cart.itemAdded, { sku: 'lamp' });
      await Promise.resolve();
    }
    expect(fixture.componentInstance.heard).toEqual(['first lamp', 'second lamp']);
  });
});

describe('injectEvent', () => {
  test('listens to several contracts, with their union as the type of the event', async () => {
    const { bus } = provideTestBus();
    const heard: string[] = [];
    TestBed.runInInjectionContext(() =>
      injectEvent([cart.itemAdded, cart.itemRemoved], (event) => heard.push(`${event.type} ${event.data.sku}`)),
    );
    bus.emit(cart.itemAdded, { sku: 'lamp' });
    bus.emit(cart.itemRemoved, { sku: 'lamp' });
    await expect.poll(() => heard).toEqual(['cart:itemAdded lamp', 'cart:itemRemoved lamp']);
  });

  test('listens to a pattern, with the options of bus.on', async () => {
    const { bus } = provideTestBus();
    const heard: string[] = [];
    const where = ({ type }: { type: string }) => type !== 'cart:itemRemoved';
    TestBed.runInInjectionContext(() => injectEvent('cart:*', ({ type }) => heard.push(type), { where }));
    bus.emit(cart.itemRemoved, { sku: 'lamp' });
    bus.emit(cart.itemAdded, { sku: 'lamp' });
    await expect.poll(() => heard).toEqual(['cart:itemAdded']);
  });

  test('gives retained events first unless they are declined', async () => {
    const { bus } = provideTestBus();
    bus.emit(cart.changed, { count: 1, total: 10 });
    const kept = vi.fn();
    const declined = vi.fn();
    TestBed.runInInjectionContext(() => {
      injectEvent(cart.changed, kept);
      injectEvent(cart.changed, declined, { replay: false });
    });
    await expect.poll(() => kept.mock.calls).toMatchObject([[{ data: { count: 1 }, replayed: true }, {}]]);
    expect(declined).not.toHaveBeenCalled();
  });

  test('lets a handler throw without harm to anybody else, and says who it was', async () => {
    const { bus, errors } = provideTestBus();
    const fixture = TestBed.runInInjectionContext(() => {
      injectEvent(cart.itemAdded, () => {
        throw new Error('out of order');
      });
      return TestBed.createComponent(Added);
    });
    bus.emit(cart.itemAdded, { sku: 'lamp' });
    await expect.poll(() => fixture.nativeElement.textContent).toBe('lamp');
    expect(errors).toMatchObject([{ code: 'handler-failed', details: { source: 'test', type: 'cart:itemAdded' } }]);
  });

  test('runs handlers outside the injection context', async () => {
    const { bus, errors } = provideTestBus();
    TestBed.runInInjectionContext(() => injectEvent(cart.itemAdded, () => inject(EnvironmentInjector)));
    bus.emit(cart.itemAdded, { sku: 'lamp' });
    await expect.poll(() => errors).toHaveLength(1);
    expect((errors[0] as BusError).cause).toMatchObject({ code: -203 });
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
