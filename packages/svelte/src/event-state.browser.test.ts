import { flushSync, tick } from 'svelte';
import { afterEach, expect, test } from 'vitest';
import { cart, openCartPage } from './cart-page.test.fixture.ts';
import { type Current, eventState } from './index.ts';
import Setup from './setup.test.fixture.svelte';
import { derived, effect, root, state } from './state.test.fixture.svelte.ts';
import { cleanup, renderWithBus } from './testing.ts';

afterEach(cleanup);

/** Renders what a setup returns, and remembers what was shown, render by render. */
function renderedState(page: ReturnType<typeof openCartPage>, setup: () => Current<unknown>) {
  const renders: unknown[] = [];
  return { ...renderWithBus(Setup, { bus: page.bus, props: { setup, onRender: (shown) => renders.push(shown) } }), renders };
}

test('state is `undefined` before the first event, then the newest payload', async () => {
  const page = openCartPage();
  const { renders } = renderedState(page, () => eventState(cart.changed, { select: (state) => state?.count }));
  page.bus.emit(cart.changed, { count: 1, total: 10 });
  page.bus.emit(cart.changed, { count: 2, total: 20 });
  await page.settled();
  await tick();
  expect(renders).toEqual([undefined, 2]);
});

test('a component that mounts late begins with what was emitted before, without a render in between', async () => {
  const page = openCartPage();
  page.bus.emit(cart.changed, { count: 3, total: 30 });
  const initial = { count: 0, total: 0 };
  const { renders } = renderedState(page, () => eventState(cart.changed, { initial, select: ({ count }) => count }));
  await page.settled();
  await tick();
  expect(renders).toEqual([3]);
});

test('an event that changes nothing selected runs nothing, and `compare` keeps the former selection', async () => {
  const page = openCartPage();
  const compare = (previous: number[], next: number[]) => previous.join() === next.join();
  const selecting = renderedState(page, () => eventState(cart.changed, { select: (now) => now?.count ?? 0 }));
  const comparing = renderedState(page, () => eventState(cart.changed, { select: (now) => [now?.count ?? 0], compare }));
  for (const total of [10, 20, 30]) {
    page.bus.emit(cart.changed, { count: 0, total });
    await page.settled();
    await tick();
  }
  expect([selecting.renders, comparing.renders]).toEqual([[0], [[0]]]);
});

test('it works in an effect root outside of any component, also derived', async () => {
  const { bus, settled, listening } = openCartPage();
  const seen: unknown[] = [];
  const end = root(() => {
    const count = eventState(cart.changed, { bus, select: (now) => now?.count ?? 0 });
    const doubled = derived(() => count.current * 2);
    effect(() => void seen.push(doubled.current));
  });
  flushSync();
  bus.emit(cart.changed, { count: 2, total: 20 });
  await settled();
  await tick();
  expect(seen).toEqual([0, 4]);
  end();
  await tick();
  expect(listening()).toEqual([]);
});

test('the bus is listened to only while somebody reads, and the newest payload is there all the same', async () => {
  const { bus, settled, listening } = openCartPage();
  const added = eventState(cart.itemAdded, { bus });
  expect(listening()).toEqual([]);
  bus.emit(cart.itemAdded, { sku: 'A-1' });
  expect(added.current).toEqual({ sku: 'A-1' });
  const end = root(() => effect(() => void added.current));
  flushSync();
  expect(listening()).toEqual(['cart:itemAdded']);
  end();
  await settled();
  expect(listening()).toEqual([]);
});

test('a derived value that nothing but handlers read listens until what it is derived in ends', async () => {
  const { bus, settled, listening } = openCartPage();
  let count: Current<unknown> | undefined;
  const end = root(() => {
    const state = eventState(cart.changed, { bus });
    count = derived(() => state.current?.count);
  });
  for (const next of [1, 2]) {
    bus.emit(cart.changed, { count: next, total: 10 });
    await settled();
    expect(count?.current).toBe(next);
  }
  expect(listening()).toEqual(['cart:changed']);
  end();
  await tick();
  expect(listening()).toEqual([]);
});

test('what is read between an emit and its delivery is no reason to miss the change', async () => {
  const { bus, settled } = openCartPage();
  const seen: unknown[] = [];
  const count = eventState(cart.changed, { bus, select: (now) => now?.count });
  const end = root(() => effect(() => void seen.push(count.current)));
  flushSync();
  bus.emit(cart.changed, { count: 1, total: 10 });
  expect(count.current).toBe(1);
  await settled();
  await tick();
  expect(seen).toEqual([undefined, 1]);
  end();
});

test('a name stands for its contract', () => {
  const { bus } = openCartPage();
  const count = eventState('cart:changed', { bus, select: (now) => now?.count });
  bus.emit(cart.changed, { count: 1, total: 10 });
  expect(count.current).toBe(1);
});

test('another contract is another state, and what `select` reads of runes is followed', async () => {
  const page = openCartPage();
  page.bus.emit(cart.changed, { count: 1, total: 10 });
  const [adding, field] = [state(false), state<'count' | 'total'>('count')];
  const setup = () =>
    eventState(
      () => (adding.current ? cart.itemAdded : cart.changed),
      () => ({
        select: (now: object | undefined) => JSON.stringify(now && Object.entries(now).find(([key]) => key === field.current)),
      }),
    );
  const { renders } = renderedState(page, setup);
  field.current = 'total';
  flushSync();
  adding.current = true;
  flushSync();
  await tick();
  expect(renders).toEqual(['["count",1]', '["total",10]', undefined]);
  expect(page.listening()).toEqual(['cart:itemAdded']);
});

test('a `select` that throws does so where it is read, and the state goes on', async () => {
  const page = openCartPage();
  const seen: unknown[] = [];
  const count = eventState(cart.changed, {
    bus: page.bus,
    select: (now) => {
      if (now?.count === 1) throw new Error('bad select');
      return now?.count;
    },
  });
  const read = () => {
    try {
      return count.current;
    } catch (error) {
      return (error as Error).message;
    }
  };
  const end = root(() => effect(() => void seen.push(read())));
  flushSync();
  for (const next of [1, 2]) {
    page.bus.emit(cart.changed, { count: next, total: 10 });
    await page.settled();
    await tick();
  }
  expect(seen).toEqual([undefined, 'bad select', 2]);
  expect(page.errors).toEqual([]);
  end();
});
