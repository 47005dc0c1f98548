import type { AnyEventContract, BusEvent, BusMetrics, DeadLetter } from '@busbar/core';
import type { ConformanceCase } from '../conformance-case.ts';
import { cart } from '../contracts.ts';
import { deferred } from '../deferred.ts';
import { expectSame } from '../expect-same.ts';

const eventsOf = (letters: unknown): unknown[] => (letters as readonly DeadLetter[]).map(({ event }) => event.data);
const isOfRemoval = ({ event }: DeadLetter): boolean => event.type === 'cart:itemRemoved';
const emittedIn = (metrics: unknown): number | undefined => (metrics as BusMetrics | undefined)?.emitted;

function fail({ data }: BusEvent): never {
  throw new Error(`no ${data}`);
}

/** Components show how the bus is doing. */
export const observing: readonly ConformanceCase[] = [
  {
    title: 'dead letters are shown as they come and go',
    verb: 'deadLetters',
    async play(page) {
      page.bus.on(cart.itemAdded, ({ data }) => Promise.reject(new Error(`no ${data}`)));
      const component = await page.mount({ deadLetters: {} });
      expectSame('shown at first', component.shown, []);
      for (const sku of ['A-1', 'B-2']) page.bus.emit(cart.itemAdded, sku);
      await page.settled();
      await page.settled();
      expectSame('events shown after two failed', eventsOf(component.shown), ['A-1', 'B-2']);
      page.bus.deadLetters.discard(({ event }) => event.data === 'A-1');
      await page.settled();
      expectSame('events shown after one was discarded', eventsOf(component.shown), ['B-2']);
    },
  },
  {
    title: 'a filter says which dead letters are shown',
    verb: 'deadLetters',
    async play(page) {
      page.bus.on('cart:*', fail);
      const component = await page.mount({ deadLetters: { filter: isOfRemoval } });
      page.bus.emit(cart.itemAdded, 'A-1');
      page.bus.emit(cart.itemRemoved, 'B-2');
      await page.settled();
      expectSame('events shown', eventsOf(component.shown), ['B-2']);
    },
  },
  {
    title: 'a dead letter that the filter leaves out renders nothing',
    verb: 'deadLetters',
    async play(page) {
      page.bus.on('cart:*', fail);
      const component = await page.mount({ deadLetters: { filter: isOfRemoval } });
      const rendersFor = (contract: AnyEventContract) =>
        component.rendersDuring(async () => {
          page.bus.emit(contract, 'A-1');
          await page.settled();
        });
      expectSame('renders for one that is left out while none is shown', await rendersFor(cart.itemAdded), 0);
      expectSame('renders for one that is shown', await rendersFor(cart.itemRemoved), 1);
      expectSame('renders for one that is left out beside it', await rendersFor(cart.itemAdded), 0);
    },
  },
  {
    title: 'metrics are shown at once, and anew after each period',
    verb: 'metrics',
    async play(page) {
      const { promise: again, resolve } = deferred();
      const component = await page.mount({ metrics: { every: 1 } }, (shown) => {
        if (emittedIn(shown)) resolve();
      });
      expectSame('events emitted as shown at first', emittedIn(component.renders[0]), 0);
      page.bus.emit(cart.itemAdded, 'A-1');
      const patience = setTimeout(resolve, 1_000);
      await again;
      clearTimeout(patience);
      expectSame('events emitted as shown a period later', emittedIn(component.shown), 1);
    },
  },
];
