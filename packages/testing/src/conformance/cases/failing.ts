import type { ConformanceCase } from '../conformance-case.ts';
import { cart } from '../contracts.ts';
import { expectSame } from '../expect-same.ts';

const fail = (): never => {
  throw new Error('no such shelf');
};

/** A handler that fails hurts nobody. */
export const failing: readonly ConformanceCase[] = [
  {
    title: 'what a handler throws goes to the bus: an error and a dead letter',
    async play(page) {
      await page.mount({ event: { target: cart.itemAdded, handler: fail } });
      page.bus.emit(cart.itemAdded, 'A-1');
      await page.settled();
      expectSame(
        'errors told to the bus',
        page.errors.map(({ code }) => code),
        ['handler-failed'],
      );
      expectSame(
        'dead letters',
        page.bus.deadLetters.list().map(({ reason, event }) => [reason, event.data]),
        [['failed', 'A-1']],
      );
    },
  },
  {
    title: 'a handler that throws leaves its component and its neighbours alive',
    async play(page) {
      const heard: string[] = [];
      const failing = await page.mount({
        event: {
          target: cart.itemAdded,
          handler({ data }) {
            heard.push(`component ${data}`);
            fail();
          },
        },
        state: { contract: cart.changed },
      });
      await page.mount({ event: { target: cart.itemAdded, handler: ({ data }) => heard.push(`neighbour ${data}`) } });
      for (const sku of ['A-1', 'B-2']) page.bus.emit(cart.itemAdded, sku);
      page.bus.emit(cart.changed, { count: 2, total: 20 });
      await page.settled();
      expectSame('heard', heard, ['component A-1', 'neighbour A-1', 'component B-2', 'neighbour B-2']);
      expectSame('shown by the component', failing.shown, { count: 2, total: 20 });
    },
  },
];
