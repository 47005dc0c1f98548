import './zoneless-test-bed.test.fixture.ts';
import { Component, Directive, ElementRef, EnvironmentInjector, inject, input, signal } from '@angular/core';
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
