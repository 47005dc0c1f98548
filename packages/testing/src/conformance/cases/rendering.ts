import type { ConformanceCase } from '../conformance-case.ts';
import { type CartState, cart } from '../contracts.ts';
import { expectSame } from '../expect-same.ts';
import type { Page } from '../page.ts';

const totalOf = (value: unknown): unknown => (value as CartState | undefined)?.total ?? 0;
const linesOf = (value: unknown): unknown => [totalOf(value)];
const sameText = (one: unknown, other: unknown): boolean => String(one) === String(other);

async function emitOneByOne(page: Page, ...states: CartState[]): Promise<void> {
  for (const state of states) {
    page.bus.emit(cart.changed, state);
    await page.settled();
  }
}

/** No component renders for an event that it did not select. */
export const rendering: readonly ConformanceCase[] = [
  {
    title: 'hearing and emitting render nothing',
    async play(page) {
      const event = { target: cart.itemAdded, handler: () => {} };
      const component = await page.mount({ event, emit: cart.itemAdded });
      const renders = await component.rendersDuring(async () => {
        component.emit('A-1');
        await page.settled();
      });
      expectSame('renders', renders, 0);
    },
  },
  {
    title: 'a component renders once for a change of what it shows',
    async play(page) {
      const component = await page.mount({ state: { contract: cart.changed } });
      const renders = await component.rendersDuring(() => emitOneByOne(page, { count: 1, total: 10 }, { count: 2, total: 20 }));
      expectSame('renders for two events, one after another', renders, 2);
    },
  },
  {
    title: 'a burst of events renders once, with the newest',
    async play(page) {
      const component = await page.mount({ state: { contract: cart.changed, select: totalOf } });
      const renders = await component.rendersDuring(async () => {
        for (const total of [10, 20, 30]) page.bus.emit(cart.changed, { count: 1, total });
        await page.settled();
      });
      expectSame('renders for three events at once', renders, 1);
      expectSame('shown', component.shown, 30);
    },
  },
  {
    title: 'an event of another contract renders nothing',
    async play(page) {
      const component = await page.mount({ state: { contract: cart.changed } });
      const renders = await component.rendersDuring(async () => {
        page.bus.emit(cart.noted, 'note');
        await page.settled();
      });
      expectSame('renders', renders, 0);
    },
  },
  {
    title: 'an event that changes nothing selected renders nothing',
    async play(page) {
      const component = await page.mount({ state: { contract: cart.changed, select: totalOf } });
      await emitOneByOne(page, { count: 1, total: 10 });
      const renders = await component.rendersDuring(() => emitOneByOne(page, { count: 2, total: 10 }, { count: 3, total: 10 }));
      expectSame('renders for two events with the same total', renders, 0);
    },
  },
  {
    title: '`compare` decides what is a change, and the selection of before stays',
    async play(page) {
      const component = await page.mount({ state: { contract: cart.changed, select: linesOf, compare: sameText } });
      await emitOneByOne(page, { count: 1, total: 10 });
      const before = component.shown;
      const renders = await component.rendersDuring(() => emitOneByOne(page, { count: 2, total: 10 }));
      expectSame('renders for an event with an equal selection', renders, 0);
      await component.update({});
      expectSame('whether the selection of before is still shown itself', component.shown === before, true);
      await emitOneByOne(page, { count: 2, total: 20 });
      expectSame('shown after an event with another', component.shown, [20]);
    },
  },
];
