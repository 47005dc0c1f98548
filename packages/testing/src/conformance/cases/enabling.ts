import type { BusEvent } from '@busbar/core';
import type { ConformanceCase } from '../conformance-case.ts';
import { cart } from '../contracts.ts';
import { expectSame } from '../expect-same.ts';

function listener(heard: unknown[]): (enabled: boolean) => {
  event: { target: typeof cart.noted; handler(event: BusEvent): unknown; options: { enabled: boolean } };
} {
  return (enabled) => ({
    event: { target: cart.noted, handler: ({ data }) => heard.push(data), options: { enabled } },
  });
}

/** Subscriptions that rest. */
export const enabling: readonly ConformanceCase[] = [
  {
    title: 'nothing is heard or listened to while `enabled` is false',
    async play(page) {
      const heard: unknown[] = [];
      const listening = listener(heard);
      const component = await page.mount(listening(false));
      expectSame('subscriptions of a component that mounts disabled', page.listening(), []);
      await component.update(listening(true));
      expectSame('subscriptions once it is enabled', page.listening(), ['cart:noted']);
      await component.update(listening(false));
      expectSame('subscriptions once it is disabled again', page.listening(), []);
      page.bus.emit(cart.noted, 'unheard');
      await page.settled();
      expectSame('heard while disabled', heard, []);
    },
  },
  {
    title: 'retained events come again when `enabled` is true again',
    async play(page) {
      const heard: unknown[] = [];
      const listening = listener(heard);
      const component = await page.mount(listening(true));
      page.bus.emit(cart.noted, 'one');
      await page.settled();
      await component.update(listening(false));
      page.bus.emit(cart.noted, 'two');
      await component.update(listening(true));
      await page.settled();
      expectSame('heard in all', heard, ['one', 'one', 'two']);
    },
  },
];
