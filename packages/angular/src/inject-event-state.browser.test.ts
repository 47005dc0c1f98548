import './zoneless-test-bed.test.fixture.ts';
import { Component, Injector, signal } from '@angular/core';
import { type ComponentFixture, TestBed } from '@angular/core/testing';
import type { Bus } from '@busbar/core';
import { describe, expect, test, vi } from 'vitest';
import { cart } from './cart-contracts.test.fixture.ts';
import { injectEventState } from './inject-event-state.ts';
import { provideTestBus } from './zoneless-test-bed.test.fixture.ts';

@Component({ selector: 'busbar-count', template: '{{ rendered() }}' })
class Count {
  renders = 0;
  readonly count = injectEventState(cart.changed, { initial: { count: 0, total: 0 }, select: ({ count }) => count });

  rendered() {
    this.renders++;
    return this.count();
  }
}

/** How often the component renders because of these events. */
async function rendersAfter(fixture: ComponentFixture<Count>, bus: Bus, ...changes: { count: number; total: number }[]) {
  await fixture.whenStable();
  const before = fixture.componentInstance.renders;
  for (const change of changes) bus.emit(cart.changed, change);
  await Promise.resolve();
  await fixture.whenStable();
  return fixture.componentInstance.renders - before;
}

describe('injectEventState in a component', () => {
  test('shows the retained payload in the first rendering', () => {
    const { bus } = provideTestBus();
    bus.emit(cart.changed, { count: 2, total: 20 });
    const fixture = TestBed.createComponent(Count);
    fixture.detectChanges();
    expect(fixture.nativeElement.textContent).toBe('2');
  });

  test('shows the initial payload until there is one, then each newer one', async () => {
    const { bus } = provideTestBus();
    const fixture = TestBed.createComponent(Count);
    fixture.detectChanges();
    expect(fixture.nativeElement.textContent).toBe('0');
    bus.emit(cart.changed, { count: 3, total: 30 });
    await expect.poll(() => fixture.nativeElement.textContent).toBe('3');
  });

  test('loses no event between construction and the first rendering', async () => {
    const { bus } = provideTestBus();
    const fixture = TestBed.createComponent(Count);
    bus.emit(cart.changed, { count: 4, total: 40 });
    await fixture.whenStable();
    expect(fixture.nativeElement.textContent).toBe('4');
  });

  test('renders once for a change of what it selects, however many events bring it, and not for any other', async () => {
    const { bus } = provideTestBus();
    const fixture = TestBed.createComponent(Count);
    expect(await rendersAfter(fixture, bus, { count: 1, total: 10 })).toBe(1);
    expect(await rendersAfter(fixture, bus, { count: 2, total: 20 }, { count: 3, total: 30 })).toBe(1);
    expect(await rendersAfter(fixture, bus, { count: 3, total: 99 })).toBe(0);
    expect(fixture.nativeElement.textContent).toBe('3');
  });

  test('ends with the component and is up to date when it comes back', async () => {
    const { bus } = provideTestBus();
    const first = TestBed.createComponent(Count);
    first.destroy();
    bus.emit(cart.changed, { count: 5, total: 50 });
    await Promise.resolve();
    expect(first.componentInstance.count()).toBe(0);
    const second = TestBed.createComponent(Count);
    second.detectChanges();
    expect(second.nativeElement.textContent).toBe('5');
  });

  test('is told of nothing after its component is gone', async () => {
    const { bus } = provideTestBus();
    const select = vi.fn();
    const fixture = TestBed.createComponent(Count);
    const state = injectEventState(cart.changed, { injector: fixture.componentRef.injector, select });
    fixture.destroy();
    bus.emit(cart.changed, { count: 1, total: 1 });
    await Promise.resolve();
    expect(state()).toBeUndefined();
    expect(select).not.toHaveBeenCalled();
  });
});

describe('injectEventState', () => {
  test('is undefined before the first event where nothing stands for it', async () => {
    const { bus } = provideTestBus();
    const state = TestBed.runInInjectionContext(() => injectEventState(cart.changed));
    expect(state()).toBeUndefined();
    bus.emit(cart.changed, { count: 1, total: 10 });
    await expect.poll(() => state()).toEqual({ count: 1, total: 10 });
  });

  test('keeps a contract without retain from the call on', async () => {
    const { bus } = provideTestBus();
    const sku = TestBed.runInInjectionContext(() => injectEventState(cart.itemAdded, { select: ({ sku }) => sku }));
    bus.emit(cart.itemAdded, { sku: 'lamp' });
    await expect.poll(() => sku()).toBe('lamp');
  });

  test('selects anew when a signal that select reads changes', () => {
    const { bus } = provideTestBus();
    bus.emit(cart.changed, { count: 1, total: 10 });
    const field = signal<'count' | 'total'>('count');
    const state = TestBed.runInInjectionContext(() => injectEventState(cart.changed, { select: (change) => change[field()] }));
    expect(state()).toBe(1);
    field.set('total');
    expect(state()).toBe(10);
  });

  test('holds on to the value that compare calls the same', async () => {
    const { bus } = provideTestBus();
    const compare = (one: { total: number }, other: { total: number }) => one.total === other.total;
    const state = TestBed.runInInjectionContext(() => injectEventState(cart.changed, { compare }));
    expect(state()).toBeUndefined();
    for (const [count, total] of [
      [1, 10],
      [2, 10],
      [3, 30],
    ] as const) {
      bus.emit(cart.changed, { count, total });
      await Promise.resolve();
      expect(state()?.total).toBe(total);
      expect(state()?.count).toBe(count === 2 ? 1 : count);
    }
  });

  test('refuses what is no contract at the call', () => {
    provideTestBus();
    for (const contract of [undefined, 'cart:*']) {
      const call = () => TestBed.runInInjectionContext(() => injectEventState(contract as never));
      expect(call).toThrow(expect.objectContaining({ name: 'BusError' }));
    }
  });

  test('says what to do where no bus is provided, and its name outside an injection context', () => {
    expect(() => injectEventState(cart.changed, { injector: TestBed.inject(Injector) })).toThrow('Add provideBus(bus)');
    expect(() => injectEventState(cart.changed)).toThrow(/NG0203: injectEventState\(\)/);
  });
});
