import './zoneless-test-bed.test.fixture.ts';
import { Component, effect, Injector, signal } from '@angular/core';
import { TestBed } from '@angular/core/testing';
import { describe, expect, test, vi } from 'vitest';
import { cart } from './cart-contracts.test.fixture.ts';
import { injectEmit } from './inject-emit.ts';
import { provideTestBus } from './zoneless-test-bed.test.fixture.ts';

@Component({ selector: 'busbar-add', template: '<button (click)="added({ sku: sku })">Add</button>' })
class Add {
  readonly sku = 'lamp';
  readonly added = injectEmit(cart.itemAdded);
}

describe('injectEmit', () => {
  test('publishes with the source of the bus that is provided', async () => {
    const { bus } = provideTestBus();
    const handler = vi.fn();
    bus.on(cart.itemAdded, handler);
    const fixture = TestBed.createComponent(Add);
    await fixture.whenStable();
    fixture.nativeElement.querySelector('button').click();
    await expect.poll(() => handler.mock.calls).toMatchObject([[{ source: 'test', data: { sku: 'lamp', quantity: 1 } }, {}]]);
  });

  test('returns the event and passes options on', () => {
    provideTestBus();
    const emit = TestBed.runInInjectionContext(() => injectEmit(cart.itemAdded));
    expect(emit({ sku: 'lamp' }, { subject: 'lamp' })).toMatchObject({ type: 'cart:itemAdded', subject: 'lamp' });
  });

  test('takes the name of a contract that is known on the page', () => {
    const { bus } = provideTestBus();
    bus.on(cart.itemAdded, vi.fn());
    const emit = TestBed.runInInjectionContext(() => injectEmit('cart:itemAdded'));
    expect(emit({ sku: 'lamp' })).toMatchObject({ type: 'cart:itemAdded', data: { quantity: 1 } });
  });

  test('throws what bus.emit throws', () => {
    provideTestBus();
    const emit = TestBed.runInInjectionContext(() => injectEmit(cart.itemAdded));
    expect(() => emit({ sku: 7 } as never)).toThrow(expect.objectContaining({ code: 'invalid-payload' }));
  });

  test('does not tie an effect to what handlers read', () => {
    const { bus } = provideTestBus();
    const read = signal(1);
    const run = vi.fn();
    bus.on(cart.itemAdded, () => read(), { delivery: 'sync' });
    TestBed.runInInjectionContext(() => {
      const emit = injectEmit(cart.itemAdded);
      effect(() => run(emit({ sku: 'lamp' })));
    });
    TestBed.tick();
    read.set(2);
    TestBed.tick();
    expect(run).toHaveBeenCalledTimes(1);
  });

  test('says what to do where no bus is provided, and its name outside an injection context', () => {
    expect(() => injectEmit(cart.itemAdded, { injector: TestBed.inject(Injector) })).toThrow('Add provideBus(bus)');
    expect(() => injectEmit(cart.itemAdded)).toThrow(/NG0203: injectEmit\(\)/);
  });
});
