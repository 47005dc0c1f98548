import type { ConformanceCase } from '../conformance-case.ts';
import { type CartState, cart } from '../contracts.ts';
import { expectSame } from '../expect-same.ts';

const small: CartState = { count: 1, total: 10 };
const large: CartState = { count: 9, total: 90 };
const countOf = (value: unknown): unknown => (value as CartState | undefined)?.count ?? 'none';
const totalOf = (value: unknown): unknown => (value as CartState | undefined)?.total ?? 'none';

/** Components show the newest payload. */
export const showing: readonly ConformanceCase[] = [
  {
    title: 'state is `initial`, else `undefined`, before the first event',
    async play(page) {
      const one = await page.mount({ state: { contract: cart.changed, initial: small } });
      const other = await page.mount({ state: { contract: cart.changed } });
      expectSame('shown with `initial`', one.shown, small);
      expectSame('shown without', other.shown, undefined);
    },
  },
  {
    title: 'state is the newest payload',
    async play(page) {
      const component = await page.mount({ state: { contract: cart.changed, initial: small } });
      for (const state of [small, large]) {
        page.bus.emit(cart.changed, state);
        await page.settled();
      }
      expectSame('shown after the newest event', component.shown, large);
    },
  },
  {
    title: 'a component that mounts late begins with the newest payload',
    async play(page) {
      page.bus.emit(cart.changed, large);
      const component = await page.mount({ state: { contract: cart.changed, initial: small } });
      expectSame('shown, render by render', component.renders, [large]);
    },
  },
  {
    title: 'what is emitted between the first render and the subscription is not missed',
    async play(page) {
      let emitted = false;
      const component = await page.mount({ state: { contract: cart.changed } }, () => {
        if (emitted) return;
        emitted = true;
        page.bus.emit(cart.changed, small);
      });
      await page.settled();
      expectSame('shown', component.shown, small);
    },
  },
  {
    title: 'payloads keep their identity',
    async play(page) {
      const component = await page.mount({ state: { contract: cart.changed, initial: small } });
      expectSame('whether `initial` is shown itself', component.shown === small, true);
      page.bus.emit(cart.changed, large);
      await page.settled();
      const payload = page.bus.latest(cart.changed).get();
      expectSame('whether the payload is shown itself', component.shown === payload, true);
      await component.update({});
      expectSame('whether it is shown itself after another render', component.shown === payload, true);
    },
  },
  {
    title: '`null` is a payload, which `initial` does not stand for',
    async play(page) {
      const component = await page.mount({ state: { contract: cart.couponChanged, initial: 'none yet' } });
      page.bus.emit(cart.couponChanged, null);
      await page.settled();
      expectSame('shown', component.shown, null);
    },
  },
  {
    title: '`select` says what is shown of a payload, and of `initial`',
    async play(page) {
      const component = await page.mount({ state: { contract: cart.changed, initial: small, select: countOf } });
      expectSame('shown before the first event', component.shown, 1);
      page.bus.emit(cart.changed, large);
      await page.settled();
      expectSame('shown after it', component.shown, 9);
    },
  },
  {
    title: 'another `select` is at work at once',
    async play(page) {
      page.bus.emit(cart.changed, large);
      const component = await page.mount({ state: { contract: cart.changed, select: countOf } });
      await component.update({ state: { contract: cart.changed, select: totalOf } });
      expectSame('shown after the change from count to total', component.shown, 90);
    },
  },
  {
    title: 'another contract is followed from its newest payload on',
    async play(page) {
      page.bus.emit(cart.noted, 'note');
      const component = await page.mount({ state: { contract: cart.changed } });
      await component.update({ state: { contract: cart.noted } });
      expectSame('shown after the change', component.shown, 'note');
      page.bus.emit(cart.changed, small);
      page.bus.emit(cart.noted, 'newer note');
      await page.settled();
      expectSame('shown after events of both', component.shown, 'newer note');
      expectSame('subscriptions', page.listening(), ['cart:noted']);
    },
  },
];
