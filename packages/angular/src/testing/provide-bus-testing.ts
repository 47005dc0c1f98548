import {
  type EnvironmentProviders,
  InjectionToken,
  type Injector,
  inject,
  makeEnvironmentProviders,
  provideEnvironmentInitializer,
} from '@angular/core';
import { createTestBus, type TestBus, type TestBusOptions } from '@busbar/testing';
import { assertContext, inContext } from '../in-context.ts';
import { BUS, ownedByInjector } from '../provide-bus.ts';

/** The bus of a test: `TestBed.inject(TEST_BUS)`. */
export const TEST_BUS = /* @__PURE__ */ new InjectionToken<TestBus>('Busbar test bus');

/** How the bus of a test is made: the options of `createTestBus`. */
export interface BusTestingOptions extends TestBusOptions {
  /** A bus to use instead of a new one. It stays its owner's. */
  readonly bus?: TestBus;
}

/**
 * Provides a test bus, on a hub of its own, in place of the bus of the page.
 *
 * It is made with the injector of the test and disposed with it, as `TestBed` does after each test.
 *
 * @example
 * TestBed.configureTestingModule({ providers: [provideBusTesting({ contracts: [cart] })] });
 */
export function provideBusTesting({ bus, ...options }: BusTestingOptions = {}): EnvironmentProviders {
  return makeEnvironmentProviders([
    { provide: TEST_BUS, useFactory: () => bus ?? ownedByInjector(createTestBus(options)) },
    { provide: BUS, useExisting: TEST_BUS },
    // Virtual time has to begin before the first component sets a timer.
    provideEnvironmentInitializer(() => inject(TEST_BUS)),
  ]);
}

/**
 * Gives the test bus that `provideBusTesting` made, inside of `TestBed.runInInjectionContext` and of components.
 *
 * @throws NG0201 where there is none, and NG0203 outside an injection context unless `injector` is given.
 * @example
 * const bus = injectTestBus({ injector: fixture.componentRef.injector });
 */
export function injectTestBus({ injector }: { readonly injector?: Injector } = {}): TestBus {
  assertContext(injectTestBus, injector);
  return inContext(injector, () => inject(TEST_BUS));
}
