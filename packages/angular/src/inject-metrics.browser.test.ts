import './zoneless-test-bed.test.fixture.ts';
import { Injector, signal } from '@angular/core';
import { TestBed } from '@angular/core/testing';
import { describe, expect, onTestFinished, test, vi } from 'vitest';
import { cart } from './cart-contracts.test.fixture.ts';
import { injectMetrics } from './inject-metrics.ts';
import { provideTestBus } from './zoneless-test-bed.test.fixture.ts';

describe('injectMetrics', () => {
  test('gives the figures at once, and anew after each period', async () => {
    const { bus } = provideTestBus();
    bus.emit(cart.itemRemoved, { sku: 'lamp' });
    const metrics = TestBed.runInInjectionContext(() => injectMetrics(5));
    expect(metrics().emitted).toBe(1);
    bus.emit(cart.itemRemoved, { sku: 'desk' });
    expect(metrics().emitted).toBe(1);
    await expect.poll(() => metrics().emitted).toBe(2);
  });

  test('takes a period that changes, and ends with its owner', () => {
    vi.useFakeTimers({ toFake: ['setInterval', 'clearInterval'] });
    onTestFinished(() => void vi.useRealTimers());
    const { bus } = provideTestBus();
    const every = signal(1_000);
    const metrics = TestBed.runInInjectionContext(() => injectMetrics(every));
    every.set(50);
    TestBed.tick();
    expect(vi.getTimerCount()).toBe(1);
    bus.emit(cart.itemRemoved, { sku: 'lamp' });
    vi.advanceTimersByTime(50);
    expect(metrics().emitted).toBe(1);
    TestBed.resetTestingModule();
    expect(vi.getTimerCount()).toBe(0);
  });

  test('says what to do where no bus is provided, and its name outside an injection context', () => {
    expect(() => injectMetrics(50, { injector: TestBed.inject(Injector) })).toThrow('Add provideBus(bus)');
    expect(() => injectMetrics()).toThrow(/NG0203: injectMetrics\(\)/);
  });
});
