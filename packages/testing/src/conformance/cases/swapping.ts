import type { BusMetrics } from '@busbar/core';
import type { ConformanceCase } from '../conformance-case.ts';
import { cart } from '../contracts.ts';
import { expectSame } from '../expect-same.ts';

/** Another bus takes the place of the former. */
export const swapping: readonly ConformanceCase[] = [
  {
    title: 'another bus takes the subscriptions of a component along',
    async play(page) {
      const heard: unknown[] = [];
      const bus = page.createBus();
      const component = await page.mount({ event: { target: cart.itemAdded, handler: ({ data }) => heard.push(data) } });
      await component.update({ bus });
      page.bus.emit(cart.itemAdded, 'former');
      bus.emit(cart.itemAdded, 'other');
      await page.settled();
      await page.settled(bus);
      expectSame('heard', heard, ['other']);
      expectSame('subscriptions of the former bus', page.listening(), []);
    },
  },
  {
    title: 'another bus is shown and emitted on from then on',
    async play(page) {
      const bus = page.createBus();
      page.bus.emit(cart.changed, { count: 1, total: 10 });
      bus.emit(cart.changed, { count: 2, total: 20 });
      const component = await page.mount({ state: { contract: cart.changed }, emit: cart.itemAdded });
      await component.update({ bus });
      expectSame('shown', component.shown, { count: 2, total: 20 });
      component.emit('A-1');
      expectSame('events of the other bus', bus.metrics().emitted, 2);
      expectSame('subscriptions of the former bus', page.listening(), []);
    },
  },
  {
    title: 'the figures of another bus are shown at once',
    verb: 'metrics',
    async play(page) {
      const bus = page.createBus();
      bus.emit(cart.itemAdded, 'A-1');
      const component = await page.mount({ metrics: { every: 60_000 } });
      await component.update({ bus });
      expectSame('events emitted, as shown', (component.shown as BusMetrics).emitted, 1);
    },
  },
];
