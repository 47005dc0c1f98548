import { expect } from '@busbar/testing/playwright';
import type { Page } from '@playwright/test';
import { test } from '../fixtures/probe-test.ts';

/** What a page does and sees that has subscribers of all kinds, dead letters, storms, retained events and late readers. */
function live(page: Page) {
  return page.evaluate(async () => {
    const { a, b } = copies;
    const { parcel } = a;
    const order: unknown[] = [];
    // One slice for all: where a slice ends depends on how busy the machine is.
    const limits = { slice: 60_000 };
    const bus = a.createBus({ source: 'depot', contracts: [parcel], onError: () => {}, limits });
    const other = b.createBus({ source: 'tracking', onError: () => {} });
    const send = (contract: typeof parcel.sent | typeof parcel.sorted, number: number) =>
      bus.emit(contract, { number, to: 'Oslo' });
    send(parcel.sent, 0);
    bus.on('parcel:*', ({ type, data }) => order.push(['any', type, data]));
    other.on(b.parcel.sent, ({ data }) => order.push(['sync', data.number]), { delivery: 'sync' });
    other.on(b.parcel.sent, ({ data }) => order.push(['full', data.number]), { maxQueue: 1, delivery: 'task' });
    window.addEventListener('parcel:sent', (event) => order.push(['window', (event as CustomEvent).detail]));
    queueMicrotask(() => order.push('microtask'));
    for (const number of [1, 2, 3]) send(parcel.sent, number);
    queueMicrotask(() => order.push('later microtask'));
    send(parcel.sorted, 4);
    const latest = bus.latest(parcel.sorted);
    order.push(['latest', latest.get()]);
    send(parcel.sorted, 5);
    order.push(['latest', latest.get()]);
    for (const number of [6, 7]) bus.emit(parcel.weighed, { number, to: 'Oslo' });
    other.on(b.parcel.weighed, ({ data, replayed }) => order.push(['late', data.number, replayed]));
    for (const data of [{}, { number: 'x' }])
      Promise.resolve(data)
        .then((data) => bus.emit(parcel.located, data as never))
        .catch(() => {});
    window.dispatchEvent(new CustomEvent('parcel:announced', { detail: { number: 8, to: 'Oslo' } }));
    await a.settled();
    const { subscriptions, ...counts } = bus.metrics();
    return {
      order,
      counts,
      subscriptions: subscriptions.map(({ id, source, target, delivered, dead, declined }) => [
        id,
        source,
        target,
        delivered,
        dead,
        declined,
      ]),
      contracts: bus
        .contracts()
        .map(({ type, definedBy, emitters, listeners, dom }) => ({ type, definedBy, emitters, listeners, dom })),
      letters: bus.deadLetters.list().map(({ reason, event }) => [reason, event.type]),
      globals: Object.keys(window),
    };
  });
}

test('the Playwright fixture changes nothing of what a page does, counts, orders and lists', async ({
  openProbe,
  busbar,
  browser,
}) => {
  const page = await openProbe('a', 'b');
  const { globals, ...observed } = await live(page);
  const context = await browser.newContext();
  const alone = await context.newPage();
  await alone.goto(page.url());
  for (const bundle of ['a', 'b']) await alone.addScriptTag({ url: `/${bundle}.js` });
  const { globals: ownGlobals, ...unobserved } = await live(alone);
  await context.close();
  expect(observed).toEqual(unobserved);
  const added = globals.filter((name) => !ownGlobals.includes(name) && !name.startsWith('__playwright'));
  expect(added).toEqual(['__busbarRecord']);
  expect(await busbar.trail()).not.toHaveLength(0);
});
