import type { Policy } from '@busbar/core';
import { assertOption } from './assert-option.ts';
import { inDevelopment } from './development.ts';

/**
 * Puts policies together, outermost first: the first is asked first, and the last runs the handler.
 *
 * Its `state` is that of the breaker among them; without one, that of the first which has a state. Put a bulkhead before a
 * breaker, so that what waits is asked again when its turn has come. Policies of cockatiel may be among them.
 *
 * @throws BusError `invalid-option`, in development.
 *
 * @example
 * const policy = policies(bulkhead({ running: 4, waiting: 100 }), circuitBreaker({ failures: 5, openFor: 10_000 }));
 */
export function policies(...list: readonly [Policy, ...Policy[]]): Policy {
  if (inDevelopment) assertOption(list.length > 0 && list.every(isPolicy), 'policies', 'policies', list, 'objects with execute');
  const shown = list.find(({ watch }) => watch) ?? list.find(({ state }) => typeof state === 'string');
  return {
    get state() {
      return shown?.state;
    },
    watch: (observer) => shown?.watch?.(observer) ?? (() => {}),
    execute: (run, signal) => {
      const [outermost, ...inner] = list;
      const inside = inner.reduceRight<typeof run>((next, policy) => (context) => policy.execute(next, context.signal), run);
      return outermost.execute(inside, signal);
    },
  };
}

function isPolicy(given: unknown): boolean {
  return typeof (given as Policy | null)?.execute === 'function';
}
