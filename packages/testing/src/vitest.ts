import { afterEach, expect } from 'vitest';
import { verifyStrictBuses } from './check-after-each.ts';
import type { BusMatchers } from './matchers/bus-matchers.ts';
import { toHaveDeadLetter } from './matchers/to-have-dead-letter.ts';
import { toHaveEmitted } from './matchers/to-have-emitted.ts';

export type { BusMatchers } from './matchers/bus-matchers.ts';
export type { Asymmetric, ExpectedPart } from './matchers/expected-part.ts';

declare module 'vitest' {
  interface Matchers<R extends void | Promise<void> = void | Promise<void>, T = unknown> extends BusMatchers<R> {}
}

expect.extend({ toHaveEmitted, toHaveDeadLetter } as Parameters<typeof expect.extend>[0]);
afterEach(verifyStrictBuses);
