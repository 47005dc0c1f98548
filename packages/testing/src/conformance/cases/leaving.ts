import type { ConformanceCase } from '../conformance-case.ts';
import { cart } from '../contracts.ts';
import { deferred } from '../deferred.ts';
import { expectSame } from '../expect-same.ts';

const idle = (): void => {};

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
    title: 'a handler may take its own component off the page, and is not called for the event after',
    async play(page) {
      const heard: unknown[] = [];
      const component = await page.mount({
        event: {
          target: cart.itemAdded,
          handler({ data }) {
            heard.push(data);
            void component.unmount();
          },
        },
      });
      for (const sku of ['A-1', 'B-2']) page.bus.emit(cart.itemAdded, sku);
      await page.settled();
      expectSame('heard', heard, ['A-1']);
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
