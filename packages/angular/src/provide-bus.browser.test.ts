import './zoneless-test-bed.test.fixture.ts';
import { createEnvironmentInjector, EnvironmentInjector, InjectionToken, inject } from '@angular/core';
import { TestBed } from '@angular/core/testing';
import { createBus, createHub } from '@busbar/core';
import { describe, expect, test, vi } from 'vitest';
import { cart } from './cart-contracts.test.fixture.ts';
import { injectBus } from './inject-bus.ts';
import { provideBus } from './provide-bus.ts';
import { withContracts } from './with-contracts.ts';
import { withSource } from './with-source.ts';

const create = (source: string) => createBus({ source, hub: createHub() });

function injectorWith(...providers: Parameters<typeof createEnvironmentInjector>[0]) {
  return createEnvironmentInjector(providers, TestBed.inject(EnvironmentInjector));
}

describe('provideBus', () => {
  test('leaves a given bus to its owner', () => {
    const bus = create('given');
    const injector = injectorWith(provideBus(bus));
    expect(injectBus({ injector })).toBe(bus);
    injector.destroy();
    expect(bus.disposed).toBe(false);
  });

  test('makes a bus once, when it is first asked for, and disposes it with the injector', () => {
    const make = vi.fn(() => create('made'));
    const injector = injectorWith(provideBus(make));
    expect(make).not.toHaveBeenCalled();
    const bus = injectBus({ injector });
    expect(injectBus({ injector })).toBe(bus);
    expect(make).toHaveBeenCalledTimes(1);
    injector.destroy();
    expect(bus.disposed).toBe(true);
  });

  test('lets the function that makes a bus inject', () => {
    const NAME = new InjectionToken<string>('name');
    const injector = injectorWith(
      { provide: NAME, useValue: 'injected' },
      provideBus(() => create(inject(NAME))),
    );
    expect(injectBus({ injector }).source).toBe('injected');
  });

  test('is overruled by an injector further down', () => {
    const outer = injectorWith(provideBus(create('outer')));
    const inner = createEnvironmentInjector([provideBus(create('inner'))], outer);
    expect([outer, inner].map((injector) => injectBus({ injector }).source)).toEqual(['outer', 'inner']);
  });
});

describe('provideBus with features', () => {
  test('withSource provides a scope, which goes with the injector and leaves the bus alone', () => {
    const bus = create('shop');
    const injector = injectorWith(provideBus(bus, withSource('orders', { publish: ['checkout:*'] })));
    const scope = injectBus({ injector });
    expect(scope.source).toBe('orders');
    expect(() => scope.emit(cart.itemAdded, { sku: 'lamp' })).toThrow(expect.objectContaining({ code: 'forbidden' }));
    injector.destroy();
    expect([scope.disposed, bus.disposed]).toEqual([true, false]);
  });

  test('without a bus, they build on the bus of the injector above, as those of a route do', () => {
    const shop = injectorWith(provideBus(create('shop')));
    const route = createEnvironmentInjector([provideBus(withSource('orders'))], shop);
    expect([route, shop].map((injector) => injectBus({ injector }).source)).toEqual(['orders', 'shop']);
    expect(injectBus({ injector: route }).hub).toBe(injectBus({ injector: shop }).hub);
  });

  test('a bus that a function makes goes with the injector, and its scope with it', () => {
    const made = create('shop');
    const injector = injectorWith(provideBus(() => made, withSource('orders')));
    injector.destroy();
    expect(made.disposed).toBe(true);
  });

  test('withContracts makes names and plain events known before anybody asks for the bus', async () => {
    const bus = createBus({ source: 'shop', hub: createHub({ window }) });
    injectorWith(provideBus(bus, withContracts(cart)));
    window.dispatchEvent(new CustomEvent('cart:changed', { detail: { count: 1, total: 10 } }));
    expect(bus.latest(cart.changed).get()).toEqual({ count: 1, total: 10 });
    expect(bus.emit('cart:itemAdded', { sku: 'lamp' })).toMatchObject({ data: { quantity: 1 } });
    expect(bus.contracts().map(({ type, definedBy }) => `${type} by ${definedBy}`)).toContain('cart:itemRemoved by shop');
  });
});

describe('injectBus', () => {
  test('says its name outside an injection context', () => {
    expect(() => injectBus()).toThrow(/NG0203: injectBus\(\)/);
  });

  test('says what to do where the bus that was provided is undefined', () => {
    const injector = injectorWith(provideBus(undefined as never));
    expect(() => injectBus({ injector })).toThrow('No bus is provided');
  });
});
