import './zoneless-test-bed.test.fixture.ts';
import { computed, Injector, signal } from '@angular/core';
import { TestBed } from '@angular/core/testing';
import type { Bus, DeadLetter } from '@busbar/core';
import { describe, expect, test, vi } from 'vitest';
import { cart } from './cart-contracts.test.fixture.ts';
import { injectDeadLetters } from './inject-dead-letters.ts';
import { provideTestBus } from './zoneless-test-bed.test.fixture.ts';

function refuse(bus: Bus, sku: unknown): void {
  expect(() => bus.emit(cart.itemRemoved, { sku } as never)).toThrow(expect.objectContaining({ code: 'invalid-payload' }));
}

describe('injectDeadLetters', () => {
  test('lists the letters as they come and go', async () => {
    const { bus } = provideTestBus();
    refuse(bus, 1);
    const letters = TestBed.runInInjectionContext(() => injectDeadLetters());
    expect(letters()).toMatchObject([{ reason: 'invalid', event: { data: { sku: 1 } } }]);
    refuse(bus, 2);
    await expect.poll(() => letters()).toHaveLength(2);
    bus.deadLetters.discard(() => true);
    await expect.poll(() => letters()).toEqual([]);
  });

  test('is told of nothing that its filter leaves out, and filters anew when a signal changes', async () => {
    const { bus } = provideTestBus();
    const wanted = signal(1);
    const filter = ({ event }: DeadLetter) => (event.data as { sku: unknown }).sku === wanted();
    const seen = vi.fn();
    const letters = TestBed.runInInjectionContext(() => injectDeadLetters(filter));
    const watched = computed(() => seen(letters().length));
    for (const sku of [1, 2, 3]) {
      refuse(bus, sku);
      await Promise.resolve();
      watched();
    }
    wanted.set(3);
    watched();
    expect(seen.mock.calls).toEqual([[1], [1]]);
  });

  test('ends with its owner', () => {
    const { bus } = provideTestBus();
    TestBed.runInInjectionContext(() => injectDeadLetters());
    expect(bus.hub.letterWatchers?.size).toBe(1);
    TestBed.resetTestingModule();
    expect(bus.hub.letterWatchers?.size).toBe(0);
  });

  test('says what to do where no bus is provided, and its name outside an injection context', () => {
    expect(() => injectDeadLetters(undefined, { injector: TestBed.inject(Injector) })).toThrow('Add provideBus(bus)');
    expect(() => injectDeadLetters()).toThrow(/NG0203: injectDeadLetters\(\)/);
  });
});
