import { isBusError } from '@busbar/core';
import type { ConformanceCase } from '../conformance-case.ts';
import { cart } from '../contracts.ts';
import { expectSame } from '../expect-same.ts';

/** Components emit. */
export const emitting: readonly ConformanceCase[] = [
  {
    title: 'a component emits, and is given the event',
    async play(page) {
      const heard: string[] = [];
      page.bus.on(cart.itemAdded, ({ id }) => heard.push(id));
      const component = await page.mount({ emit: cart.itemAdded });
      const { id, type, source, data, subject } = component.emit('A-1', { subject: 'shelf 3' });
      await page.settled();
      expectSame(
        'the event',
        { type, source, data, subject },
        {
          type: 'cart:itemAdded',
          source: 'conformance',
          data: 'A-1',
          subject: 'shelf 3',
        },
      );
      expectSame('ids heard by a subscriber', heard, [id]);
    },
  },
  {
    title: 'the emitting function stays the same, however often the component renders',
    async play(page) {
      const component = await page.mount({ emit: cart.itemAdded, state: { contract: cart.changed } });
      const first = component.emitter;
      page.bus.emit(cart.changed, { count: 1, total: 10 });
      await page.settled();
      await component.update({});
      expectSame('whether it is the same function', component.emitter === first, true);
    },
  },
  {
    title: 'another contract is what is emitted from then on',
    async play(page) {
      const component = await page.mount({ emit: cart.itemAdded });
      await component.update({ emit: cart.itemRemoved });
      expectSame('type of what is emitted', component.emit('A-1').type, 'cart:itemRemoved');
    },
  },
  {
    title: 'emitting throws what the bus throws',
    async play(page) {
      const component = await page.mount({ emit: cart.itemAdded });
      let thrown: unknown = 'nothing';
      try {
        component.emit(1);
      } catch (error) {
        thrown = isBusError(error) ? error.code : error;
      }
      expectSame('thrown for a payload that its contract refuses', thrown, 'invalid-payload');
    },
  },
  {
    title: 'a handler may emit; the event that it handles is the cause',
    async play(page) {
      const causes: unknown[] = [];
      page.bus.on(cart.itemRemoved, ({ causationid }) => causes.push(causationid));
      const component = await page.mount({
        emit: cart.itemRemoved,
        event: { target: cart.itemAdded, handler: ({ data }) => component.emit(data) },
      });
      const { id } = page.bus.emit(cart.itemAdded, 'A-1');
      await page.settled();
      expectSame('causes of what was emitted', causes, [id]);
    },
  },
];
