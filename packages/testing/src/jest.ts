import { afterEach, expect } from '@jest/globals';
import { verifyStrictBuses } from './check-after-each.ts';
import type { BusMatchers } from './matchers/bus-matchers.ts';
import { toHaveDeadLetter } from './matchers/to-have-dead-letter.ts';
import { toHaveEmitted } from './matchers/to-have-emitted.ts';

export type { BusMatchers } from './matchers/bus-matchers.ts';
export type { Asymmetric, ExpectedPart } from './matchers/expected-part.ts';

declare module 'expect' {
  interface Matchers<R extends void | Promise<void>, T = unknown> extends BusMatchers<R> {}
}

declare global {
  // biome-ignore lint/style/noNamespace: the types that global `expect` has with @types/jest are in one
  namespace jest {
    interface Matchers<R, T> extends BusMatchers<R> {}
  }
}

expect.extend({ toHaveEmitted, toHaveDeadLetter } as Parameters<typeof expect.extend>[0]);
afterEach(verifyStrictBuses);
