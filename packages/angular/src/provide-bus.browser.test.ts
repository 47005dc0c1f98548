import './zoneless-test-bed.test.fixture.ts';
import { createEnvironmentInjector, EnvironmentInjector, InjectionToken, inject } from '@angular/core';
import { TestBed } from '@angular/core/testing';
import { createBus, createHub } from '@busbar/core';
import { describe, expect, test, vi } from 'vitest';
import { injectBus } from './inject-bus.ts';
import { provideBus } from './provide-bus.ts';

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

describe('injectBus', () => {
  test('says its name outside an injection context', () => {
    expect(() => injectBus()).toThrow(/NG0203: injectBus\(\)/);
  });

  test('says what to do where the bus that was provided is undefined', () => {
    const injector = injectorWith(provideBus(undefined as never));
    expect(() => injectBus({ injector })).toThrow('No bus is provided');
  });
});
