import 'zone.js';
import '@angular/compiler';
import {
  type ApplicationRef,
  ChangeDetectionStrategy,
  Component,
  inject,
  NgZone,
  provideZoneChangeDetection,
  signal,
  type Type,
} from '@angular/core';
import { createApplication } from '@angular/platform-browser';
import { type Bus, type BusError, createBus, createHub } from '@busbar/core';
import { describe, expect, onTestFinished, test } from 'vitest';
import { cart } from './cart-contracts.test.fixture.ts';
import { injectEvent, injectEventState, provideBus } from './index.ts';
import { injectMetrics } from './panel.ts';

@Component({ selector: 'busbar-fields', template: '{{ rendered() }}', changeDetection: ChangeDetectionStrategy.Eager })
class Fields {
  skus: string[] = [];
  renders = 0;
  readonly stop = injectEvent(cart.itemAdded, ({ data }) => this.skus.push(data.sku));

  rendered(): string {
    this.renders++;
    return this.skus.join();
  }
}

@Component({ selector: 'busbar-late', template: '{{ sku }}', changeDetection: ChangeDetectionStrategy.Eager })
class Late {
  sku = '';
  readonly stop = injectEvent(cart.itemAdded, ({ data }) => {
    setTimeout(() => {
      this.sku = data.sku;
    });
  });
}

@Component({ selector: 'busbar-signals', template: '{{ sku() }} {{ count() }}', changeDetection: ChangeDetectionStrategy.OnPush })
class Signals {
  readonly sku = signal('');
  readonly count = injectEventState(cart.changed, { initial: { count: 0, total: 0 }, select: ({ count }) => count });
  readonly stop = injectEvent(cart.itemAdded, ({ data }) => this.sku.set(data.sku));
}

interface Page {
  readonly bus: Bus;
  readonly errors: BusError[];
}

function createPage(): Page {
  const errors: BusError[] = [];
  return { errors, bus: createBus({ source: 'host', hub: createHub(), onError: (error) => errors.push(error) }) };
}

/** An application of its own, as a host mounts it: nothing of the test runs in its zone. */
async function start<Root>(root: Type<Root>, bus: Bus) {
  const application: ApplicationRef = await createApplication({ providers: [provideZoneChangeDetection(), provideBus(bus)] });
  onTestFinished(() => application.destroy());
  const host = document.createElement('main');
  const { instance } = application.bootstrap(root, host);
  return { application, host, instance, zone: application.injector.get(NgZone) };
}

/** Waits for it without a promise that is rejected meanwhile: zone.js would write each of them to the console. */
function shows(host: HTMLElement, text: string): Promise<void> {
  return new Promise((resolve) => {
    const look = () => host.textContent === text && resolve();
    new MutationObserver(look).observe(host, { characterData: true, childList: true, subtree: true });
    look();
  });
}

describe('with zone.js', () => {
  test('a component with plain fields shows what its handler changed, whoever emits', async () => {
    const { bus } = createPage();
    const { host } = await start(Fields, bus);
    bus.emit(cart.itemAdded, { sku: 'lamp' });
    await shows(host, 'lamp');
  });

  test('it shows what comes of asynchronous work that its handler began', async () => {
    const { bus } = createPage();
    const { host } = await start(Late, bus);
    bus.emit(cart.itemAdded, { sku: 'lamp' });
    await shows(host, 'lamp');
  });

  test('an OnPush component shows the signals that its handler wrote, and state', async () => {
    const { bus } = createPage();
    const { host } = await start(Signals, bus);
    bus.emit(cart.itemAdded, { sku: 'lamp' });
    bus.emit(cart.changed, { count: 2, total: 20 });
    await shows(host, 'lamp 2');
  });

  test('many events in one go render as often as one', async () => {
    const { bus } = createPage();
    const { application, host, instance } = await start(Fields, bus);
    await application.whenStable();
    const begun = instance.renders;
    bus.emit(cart.itemAdded, { sku: 'lamp' });
    await shows(host, 'lamp');
    const rendersForOne = instance.renders - begun;
    for (const sku of ['desk', 'chair', 'shelf']) bus.emit(cart.itemAdded, { sku });
    await shows(host, 'lamp,desk,chair,shelf');
    expect(instance.renders - begun).toBe(2 * rendersForOne);
  });

  test('a handler runs in the zone of its own application, when another emits in its zone', async () => {
    const { bus } = createPage();
    const listener = await start(Fields, bus);
    const emitter = await start(Late, createPage().bus);
    emitter.zone.run(() => bus.emit(cart.itemAdded, { sku: 'lamp' }));
    await shows(listener.host, 'lamp');
    expect(emitter.host.textContent).toBe('');
  });

  test('handlers run in the zone and outside the injection context', async () => {
    const { bus, errors } = createPage();
    const { application } = await start(Fields, bus);
    const inZone: boolean[] = [];
    injectEvent(
      cart.itemAdded,
      () => {
        inZone.push(NgZone.isInAngularZone());
        inject(NgZone);
      },
      { injector: application.injector },
    );
    const heard = bus.once(cart.itemAdded);
    bus.emit(cart.itemAdded, { sku: 'lamp' });
    await heard;
    expect(inZone).toEqual([true]);
    expect(errors[0]!.cause).toMatchObject({ code: -203 });
  });

  test('figures that are taken again and again keep no application from being stable', async () => {
    const { bus } = createPage();
    const { application, zone } = await start(Fields, bus);
    zone.run(() => injectMetrics(50, { injector: application.injector }));
    await application.whenStable();
    expect(zone.hasPendingMacrotasks).toBe(false);
  });

  test('a retry waits in the zone of whoever emitted, and in none where that was outside', async () => {
    for (const outside of [false, true]) {
      const { bus, errors } = createPage();
      const { application, zone } = await start(Signals, bus);
      const fail = () => {
        throw new Error('no room');
      };
      injectEvent(cart.itemAdded, fail, { injector: application.injector, retry: { attempts: 1, delay: 60_000 } });
      await application.whenStable();
      const emit = () => bus.emit(cart.itemAdded, { sku: 'lamp' });
      zone.run(() => (outside ? zone.runOutsideAngular(emit) : emit()));
      const handled = bus.once(cart.changed);
      bus.emit(cart.changed, { count: 1, total: 10 });
      await handled;
      expect([zone.hasPendingMacrotasks, errors]).toEqual([!outside, []]);
    }
  });
});
