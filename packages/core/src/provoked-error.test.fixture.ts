import * as z from 'zod';
import { type Bus, type BusError, type BusErrorCode, type BusOptions, createBus, createHub, defineEvent } from './index.ts';

/** How an error comes about for real, and what its message has to say: who and what, what was expected, what to do next. */
export interface Provocation {
  provoke(): unknown;
  readonly says: readonly (string | RegExp)[];
}

export type Provocations<Code extends BusErrorCode> = { readonly [Each in Code]: Provocation };

export const noted = defineEvent('cart:noted', { version: 1, schema: z.unknown() });
export const counted = defineEvent('cart:counted', {
  version: 2,
  schema: z.object({ lines: z.array(z.object({ quantity: z.number() })) }),
});

/** A bus on a hub of its own; on the page's window if the error is one of plain events. */
export function join(options: Partial<BusOptions> & { readonly window?: Window } = {}): Bus {
  const { window, ...rest } = options;
  return createBus({ source: 'cart', hub: createHub({ window }), onError: () => {}, ...rest });
}

/** What a call throws. */
export function thrown(run: () => unknown): unknown {
  try {
    run();
  } catch (error) {
    return error;
  }
  throw new Error('It did not throw.');
}

/** The error of the first dead letter that a subscriber leaves on a bus. */
export function buried(bus: Bus): Promise<unknown> {
  return new Promise((resolve) => {
    bus.deadLetters.subscribe(({ error }) => resolve(error));
  });
}

/** The first error that a bus with these options reports. */
export function reported(act: (bus: Bus) => void): Promise<BusError> {
  return new Promise((resolve) => act(join({ onError: resolve })));
}
