import type { SubscribeOptions } from '@busbar/core';
import type { ConformanceCase } from '../conformance-case.ts';
import { cart } from '../contracts.ts';
import { expectSame } from '../expect-same.ts';

/** What a component is given first that mounts after three events of which the bus keeps five. */
function givesFirst(options: SubscribeOptions | undefined, expected: unknown[]): ConformanceCase['play'] {
  return async (page) => {
    const heard: unknown[] = [];
    for (const note of ['one', 'two', 'three']) page.bus.emit(cart.noted, note);
    await page.settled();
    await page.mount({
      event: {
        target: cart.noted,
        handler: ({ data, replayed }) => heard.push(replayed ? `${data} again` : data),
        ...(options && { options }),
      },
    });
    page.bus.emit(cart.noted, 'four');
    await page.settled();
    expectSame('heard by a component that mounts after `three`', heard, expected);
  };
}

/** Late is fine. */
export const replaying: readonly ConformanceCase[] = [
  {
    title: 'a component that mounts late is given retained events first, marked as replayed',
    play: givesFirst(undefined, ['one again', 'two again', 'three again', 'four']),
  },
  { title: '`replay: false` declines retained events', play: givesFirst({ replay: false }, ['four']) },
  { title: '`replay: 2` asks for the newest two', play: givesFirst({ replay: 2 }, ['two again', 'three again', 'four']) },
];
