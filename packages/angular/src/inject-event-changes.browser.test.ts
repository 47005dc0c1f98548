import './zoneless-test-bed.test.fixture.ts';
import { Component, input, signal } from '@angular/core';
import { TestBed } from '@angular/core/testing';
import type { AnyEventContract } from '@busbar/core';
import { describe, expect, test, vi } from 'vitest';
import { cart } from './cart-contracts.test.fixture.ts';
import { injectEmit } from './inject-emit.ts';
import { injectEvent, type ListenOptions } from './inject-event.ts';
import { injectEventState } from './inject-event-state.ts';
import { provideTestBus } from './zoneless-test-bed.test.fixture.ts';

@Component({ selector: 'busbar-log', template: '{{ newest()?.sku }}' })
class Log {
  readonly contract = input.required<typeof cart.itemAdded | typeof cart.itemRemoved>();
  readonly heard: string[] = [];
  readonly newest = injectEventState(this.contract);
  readonly emit = injectEmit(() => this.contract());
  readonly stop = injectEvent(this.contract, ({ type }) => this.heard.push(type));
}

async function createLog() {
  const { bus } = provideTestBus();
  const fixture = TestBed.createComponent(Log);
  const show = async (contract: typeof cart.itemAdded | typeof cart.itemRemoved) => {
    fixture.componentRef.setInput('contract', contract);
    await fixture.whenStable();
  };
  await show(cart.itemAdded);
  return { bus, fixture, show, log: fixture.componentInstance };
}

describe('a contract that is an input', () => {
  test('is followed to the next one by events, state and what is emitted', async () => {
    const { bus, fixture, show, log } = await createLog();
    log.emit({ sku: 'lamp' });
    await expect.poll(() => log.heard).toEqual(['cart:itemAdded']);
    await show(cart.itemRemoved);
    expect(fixture.nativeElement.textContent).toBe('');
    bus.emit(cart.itemAdded, { sku: 'unheard' });
    log.emit({ sku: 'desk' });
    await expect.poll(() => fixture.nativeElement.textContent).toBe('desk');
    expect(log.heard).toEqual(['cart:itemAdded', 'cart:itemRemoved']);
  });

  test('leaves nothing behind of those it was before', async () => {
    const { bus, fixture, show } = await createLog();
    for (const contract of [cart.itemRemoved, cart.itemAdded, cart.itemRemoved]) await show(contract);
    expect(bus.metrics().subscriptions.map(({ target }) => target)).toEqual(['cart:itemRemoved', 'cart:itemRemoved']);
    fixture.destroy();
    expect(bus.metrics().subscriptions).toHaveLength(0);
  });

  test('lets no event of the former through between the change and the next change detection', async () => {
    const { bus, fixture, log } = await createLog();
    fixture.componentRef.setInput('contract', cart.itemRemoved);
    bus.emit(cart.itemAdded, { sku: 'lamp' });
    await Promise.resolve();
    expect(log.heard).toEqual([]);
  });
});

describe('options that are a function', () => {
  test('subscribe anew when one has another value, and not when they are written anew', () => {
    const { bus } = provideTestBus();
    const options = signal<ListenOptions>({ retry: { attempts: 1 } });
    const targets = signal<AnyEventContract[]>([cart.itemAdded]);
    TestBed.runInInjectionContext(() => injectEvent(targets, vi.fn(), options));
    const subscriptions: number[] = [];
    const note = () => {
      TestBed.tick();
      subscriptions.push(...bus.metrics().subscriptions.map(({ id }) => id));
    };
    note();
    options.set({ retry: { attempts: 1 }, where: () => true });
    targets.set([cart.itemAdded]);
    note();
    options.set({ retry: { attempts: 2 } });
    note();
    expect(subscriptions[1]).toBe(subscriptions[0]);
    expect(subscriptions[2]).not.toBe(subscriptions[0]);
    expect(subscriptions).toHaveLength(3);
  });

  test('errors that a change leads to go to the ErrorHandler of Angular', () => {
    provideTestBus();
    const target = signal('cart:*');
    TestBed.runInInjectionContext(() => injectEvent(target, vi.fn()));
    TestBed.tick();
    target.set('no pattern**');
    expect(() => TestBed.tick()).toThrow(expect.objectContaining({ code: 'invalid-pattern' }));
  });
});
