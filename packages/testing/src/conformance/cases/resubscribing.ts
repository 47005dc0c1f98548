import type { AnyEventContract, BusEvent, SubscribeOptions } from '@busbar/core';
import type { ConformanceCase } from '../conformance-case.ts';
import { cart } from '../contracts.ts';
import { expectSame } from '../expect-same.ts';
import type { Page } from '../page.ts';

/** Updates a component from one way of listening to another; answers what was heard, and whether a new subscription came. */
async function afterChange(page: Page, before: Listening, now: Listening): Promise<{ heard: string[]; anew: boolean }> {
  const heard: string[] = [];
  const event = ({ target = cart.itemAdded, options, name = '' }: Listening) => ({
    target,
    handler: ({ data }: BusEvent) => heard.push(`${name}${data}`),
    ...(options && { options }),
  });
  const component = await page.mount({ event: event(before) });
  const [first] = page.subscriptions();
  await component.update({ event: event(now) });
  const [second] = page.subscriptions();
  page.bus.emit(cart.itemAdded, 'added');
  page.bus.emit(cart.itemRemoved, 'removed');
  await page.settled();
  return { heard, anew: first !== second };
}

interface Listening {
  readonly target?: AnyEventContract | readonly AnyEventContract[];
  readonly options?: SubscribeOptions;
  readonly name?: string;
}

/** Subscriptions begin anew when they have to, and only then. */
export const resubscribing: readonly ConformanceCase[] = [
  {
    title: 'another contract takes the place of the former',
    async play(page) {
      const { heard } = await afterChange(page, {}, { target: cart.itemRemoved });
      expectSame('heard after the change from itemAdded to itemRemoved', heard, ['removed']);
      expectSame('subscriptions', page.listening(), ['cart:itemRemoved']);
    },
  },
  {
    title: 'a longer list takes the place of a shorter',
    async play(page) {
      const { heard } = await afterChange(page, { target: [cart.itemAdded] }, { target: [cart.itemAdded, cart.itemRemoved] });
      expectSame('heard after the change', heard, ['added', 'removed']);
    },
  },
  {
    title: 'another option takes effect',
    async play(page) {
      const heard: unknown[] = [];
      const event = (delivery: 'microtask' | 'sync') => ({
        target: cart.itemAdded,
        handler: ({ data }: BusEvent) => heard.push(data),
        options: { delivery },
      });
      const component = await page.mount({ event: event('microtask') });
      await component.update({ event: event('sync') });
      page.bus.emit(cart.itemAdded, 'A-1');
      expectSame("heard while emitting, after the change to `delivery: 'sync'`", heard, ['A-1']);
    },
  },
  {
    title: 'the same contracts and options, written anew, keep the subscription',
    async play(page) {
      const written = (): Listening => ({ target: [cart.itemAdded], options: { delivery: 'microtask', retry: { attempts: 1 } } });
      const { heard, anew } = await afterChange(page, written(), written());
      expectSame('heard', heard, ['added']);
      expectSame('whether there is another subscription', anew, false);
    },
  },
  {
    title: 'the handler is always the newest, without another subscription',
    async play(page) {
      const { heard, anew } = await afterChange(page, { name: 'first ' }, { name: 'second ' });
      expectSame('heard, with the name of the handler', heard, ['second added']);
      expectSame('whether there is another subscription', anew, false);
    },
  },
  {
    title: '`where` is always the newest, without another subscription',
    async play(page) {
      const { heard, anew } = await afterChange(page, { options: { where: () => false } }, { options: { where: () => true } });
      expectSame('heard after `where` changed from declining to accepting', heard, ['added']);
      expectSame('whether there is another subscription', anew, false);
    },
  },
];
