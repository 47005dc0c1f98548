import type { AnyEventContract } from '@busbar/core';
import type { ConformanceCase } from '../conformance-case.ts';
import { cart } from '../contracts.ts';
import { expectSame } from '../expect-same.ts';

/** What a component hears that listens to the target, where each event of the cart is emitted once. */
function hears(target: string | AnyEventContract | readonly AnyEventContract[], expected: string[]): ConformanceCase['play'] {
  return async (page) => {
    const heard: string[] = [];
    await page.mount({ event: { target, handler: ({ type }) => heard.push(type) } });
    page.bus.emit(cart.itemAdded, 'A-1');
    page.bus.emit(cart.changed, { count: 1, total: 10 });
    page.bus.emit(cart.itemRemoved, 'A-1');
    await page.settled();
    expectSame('what the handler was called for', heard, expected);
  };
}

/** Events come to the handlers of components. */
export const hearing: readonly ConformanceCase[] = [
  {
    title: 'a component hears what is emitted while it is mounted, each event once and in order',
    async play(page) {
      const heard: unknown[] = [];
      page.bus.emit(cart.itemAdded, 'before');
      await page.mount({
        event: { target: cart.itemAdded, handler: ({ data }, { attempt }) => heard.push([data, attempt]) },
      });
      for (const sku of ['A-1', 'B-2', 'C-3']) page.bus.emit(cart.itemAdded, sku);
      await page.settled();
      expectSame(
        'payloads and attempts heard',
        heard,
        ['A-1', 'B-2', 'C-3'].map((sku) => [sku, 1]),
      );
    },
  },
  {
    title: 'the target may be a list of contracts',
    play: hears([cart.itemAdded, cart.itemRemoved], ['cart:itemAdded', 'cart:itemRemoved']),
  },
  { title: 'the target may be a name', play: hears('cart:itemRemoved', ['cart:itemRemoved']) },
  {
    title: 'the target may be a pattern',
    play: hears('cart:*', ['cart:itemAdded', 'cart:changed', 'cart:itemRemoved']),
  },
  {
    title: 'options go to the bus',
    async play(page) {
      const heard: unknown[] = [];
      const options = { where: ({ data }: { data: unknown }) => data !== 'B-2', delivery: 'sync' as const };
      await page.mount({ event: { target: cart.itemAdded, handler: ({ data }) => heard.push(data), options } });
      for (const sku of ['A-1', 'B-2', 'C-3']) page.bus.emit(cart.itemAdded, sku);
      expectSame("payloads heard while emitting, with `delivery: 'sync'` and a `where`", heard, ['A-1', 'C-3']);
    },
  },
];
