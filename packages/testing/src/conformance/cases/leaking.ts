import type { ConformanceCase } from '../conformance-case.ts';
import { cart } from '../contracts.ts';
import { countingSignal } from '../counting-signal.ts';
import { expectSame } from '../expect-same.ts';
import { intervalsDuring } from '../intervals-during.ts';
import type { Page, PartialSetup } from '../page.ts';

const idle = (): void => {};

/** Mounts and unmounts many components, one after another, and looks at what is left on the hub. */
async function comeAndGo(page: Page, setup: PartialSetup): Promise<void> {
  for (let mounted = 0; mounted < page.mounts; mounted++) await (await page.mount(setup)).unmount();
  await page.settled();
  const { hub } = page.bus;
  expectSame('subscriptions left', page.listening(), []);
  expectSame('timers of the bus left', hub.timers.size, 0);
  expectSame('observers of dead letters left', hub.letterObservers.size + (hub.letterWatchers?.size ?? 0), 0);
}

/** Nothing is left of components that are gone. */
export const leaking: readonly ConformanceCase[] = [
  {
    title: 'many components that come and go leave no subscription, no timer and no listener of a signal',
    async play(page) {
      const { signal, listeners } = countingSignal();
      await comeAndGo(page, {
        event: { target: cart.itemAdded, handler: idle, options: { signal } },
        state: { contract: cart.changed },
        emit: cart.itemAdded,
      });
      expectSame('listeners of the signal left', listeners(), 0);
    },
  },
  {
    title: 'many components that show dead letters come and go without a trace',
    verb: 'deadLetters',
    play: (page) => comeAndGo(page, { deadLetters: {} }),
  },
  {
    title: 'many components that show metrics come and go without a trace',
    verb: 'metrics',
    async play(page) {
      const left = await intervalsDuring(() => comeAndGo(page, { metrics: { every: 1_000 } }));
      expectSame('intervals left', left, 0);
    },
  },
];
