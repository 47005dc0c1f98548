import { assertInInjectionContext, type Injector, runInInjectionContext } from '@angular/core';

/** The injector to use instead of the surrounding injection context. */
export interface InjectorOption {
  /** Where to look for the bus, and what the subscription ends with. Default: the current injection context. */
  readonly injector?: Injector;
}

/** Runs in the injector that is given, else where it is called, which must be an injection context then. */
export function inContext<Result>(
  caller: (...args: never[]) => unknown,
  injector: Injector | undefined,
  run: () => Result,
): Result {
  if (injector) return runInInjectionContext(injector, run);
  assertInInjectionContext(caller);
  return run();
}
