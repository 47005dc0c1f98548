import type { ConformanceCase } from '../conformance-case.ts';
import { cart } from '../contracts.ts';
import { countingSignal } from '../counting-signal.ts';
import { deferred } from '../deferred.ts';
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

/** Unmount means gone. */
export const leaving: readonly ConformanceCase[] = [
  {
    title: 'nothing is heard after unmounting',
    async play(page) {
      const heard: unknown[] = [];
      const event = { target: cart.itemAdded, handler: ({ data }: { data: unknown }) => heard.push(data) };
      const component = await page.mount({ event, state: { contract: cart.changed } });
      await component.unmount();
      page.bus.emit(cart.itemAdded, 'after');
      await page.settled();
      expectSame('heard after unmounting', heard, []);
      expectSame('subscriptions', page.listening(), []);
    },
  },
  {
    title: 'what waits behind a busy handler is not handled after unmounting',
    async play(page) {
      const heard: unknown[] = [];
      const { promise, resolve } = deferred();
      const handler = ({ data }: { data: unknown }) => {
        heard.push(data);
        return promise;
      };
      const component = await page.mount({ event: { target: cart.itemAdded, handler } });
      page.bus.emit(cart.itemAdded, 'busy');
      page.bus.emit(cart.itemAdded, 'waiting');
      await page.settled();
      await component.unmount();
      resolve();
      await page.settled();
      expectSame('handled', heard, ['busy']);
    },
  },
  {
    title: 'unmounting aborts the signal that a busy handler was given',
    async play(page) {
      let given: AbortSignal | undefined;
      const { promise, resolve } = deferred();
      const component = await page.mount({
        event: {
          target: cart.itemAdded,
          handler(_event, { signal }) {
            given = signal;
            return promise;
          },
        },
      });
      page.bus.emit(cart.itemAdded, 'A-1');
      await page.settled();
      expectSame('whether it is aborted before', given?.aborted, false);
      await component.unmount();
      expectSame('whether it is aborted after', given?.aborted, true);
      resolve();
    },
  },
  {
    title: 'a signal ends the subscription, and the component stays',
    async play(page) {
      const heard: unknown[] = [];
      const { signal, abort } = abortable();
      const component = await page.mount({
        event: { target: cart.itemAdded, handler: ({ data }) => heard.push(data), options: { signal } },
        state: { contract: cart.changed },
      });
      abort();
      page.bus.emit(cart.itemAdded, 'after');
      page.bus.emit(cart.changed, { count: 1, total: 10 });
      await page.settled();
      expectSame('heard after the signal aborted', heard, []);
      expectSame('shown', component.shown, { count: 1, total: 10 });
    },
  },
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
  {
    title: 'the bus may be disposed while components are mounted',
    async play(page) {
      const event = { target: cart.itemAdded, handler: idle };
      const component = await page.mount({ event, state: { contract: cart.changed, initial: 'nothing' }, emit: cart.itemAdded });
      page.bus.dispose();
      await component.update({});
      expectSame('shown after the bus was disposed', component.shown, 'nothing');
      await component.unmount();
    },
  },
];

function abortable(): { signal: AbortSignal; abort(): void } {
  const controller = new AbortController();
  return { signal: controller.signal, abort: () => controller.abort() };
}
