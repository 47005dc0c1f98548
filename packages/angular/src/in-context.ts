import { assertInInjectionContext, type Injector, runInInjectionContext, untracked } from '@angular/core';

/** The injector to use instead of the surrounding injection context. */
export interface InjectorOption {
  /** Where to look for the bus, and what the subscription ends with. Default: the current injection context. */
  readonly injector?: Injector;
}

/**
 * Runs in the injector that is given, else where it is called, which must be an injection context then. A reactive
 * context around the call is told of nothing.
 */
export function inContext<Result>(injector: Injector | undefined, run: () => Result): Result {
  return untracked(() => (injector ? runInInjectionContext(injector, run) : run()));
}

/** Says the name of the function that needs a context; in production it is `inject` that complains, without it. */
export function assertContext(caller: (...args: never[]) => unknown, injector: Injector | undefined): void {
  if (!injector) assertInInjectionContext(caller);
}
