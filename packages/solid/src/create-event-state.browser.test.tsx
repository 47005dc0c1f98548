import { createEffect, createResource, createSignal, ErrorBoundary, onMount, Show, Suspense, useTransition } from 'solid-js';
import { expect, test } from 'vitest';
import { cart } from './cart-contracts.test.fixture.ts';
import { openCartPage, show } from './cart-page.test.fixture.tsx';
import { deferred } from './deferred.test.fixture.ts';
import { BusProvider, createEventState } from './index.ts';

type CartState = { count: number; total: number };

test('state is `undefined` before the first event, then the newest payload', async () => {
  const { bus, settled, show } = openCartPage();
  const { container } = show(() => {
    const state = createEventState(cart.changed);
    return <output>{state()?.count ?? 'none'}</output>;
  });
  expect(container.textContent).toBe('none');
  bus.emit(cart.changed, { count: 1, total: 10 });
  bus.emit(cart.changed, { count: 2, total: 20 });
  await settled();
  expect(container.textContent).toBe('2');
});

test('a component that mounts late begins with what was emitted before, and computes it once', async () => {
  const { bus, settled, show } = openCartPage();
  bus.emit(cart.changed, { count: 3, total: 30 });
  const shown: number[] = [];
  show(() => {
    const count = createEventState(cart.changed, { initial: { count: 0, total: 0 }, select: (state) => state.count });
    createEffect(() => shown.push(count()));
    return null;
  });
  await settled();
  expect(shown).toEqual([3]);
});

test('what is emitted between set-up and mounting is not lost', async () => {
  const { bus, settled, show } = openCartPage();
  const { container } = show(() => {
    const count = createEventState(cart.changed, { select: (state) => state?.count });
    bus.emit(cart.changed, { count: 1, total: 10 });
    onMount(() => bus.emit(cart.changed, { count: 2, total: 20 }));
    return <output>{count()}</output>;
  });
  await settled();
  expect(container.textContent).toBe('2');
});

test('an event that changes nothing selected runs nothing that reads it, and a burst runs it once', async () => {
  const { bus, settled, show } = openCartPage();
  const shown: number[] = [];
  show(() => {
    const count = createEventState(cart.changed, { select: (state) => state?.count ?? 0 });
    createEffect(() => shown.push(count()));
    return null;
  });
  bus.emit(cart.changed, { count: 0, total: 5 });
  await settled();
  for (const count of [1, 2, 3]) bus.emit(cart.changed, { count, total: 6 });
  await settled();
  expect(shown).toEqual([0, 3]);
});

test('`compare` keeps the selection that it finds equal, and a selection may be `undefined`', async () => {
  const { bus, settled, show } = openCartPage();
  const shown: unknown[] = [];
  show(() => {
    const compare = (previous?: number[], next?: number[]) => previous?.join() === next?.join();
    const counts = createEventState(cart.changed, { select: (now) => now && [now.count], compare });
    createEffect(() => shown.push(counts()));
    return null;
  });
  for (const count of [1, 1, 2]) {
    bus.emit(cart.changed, { count, total: Math.random() });
    await settled();
  }
  expect(shown).toEqual([undefined, [1], [2]]);
});

test('signals that `select` reads, and options that change, give another selection at once', () => {
  const { bus, show } = openCartPage();
  const [field, setField] = createSignal<keyof CartState>('count');
  bus.emit(cart.changed, { count: 2, total: 20 });
  const { container } = show(() => {
    const tracked = createEventState(cart.changed, { select: (state) => state?.[field()] });
    const given = createEventState(cart.changed, () => ({ select: (state) => (field() === 'count' ? state?.total : state) }));
    return (
      <output>
        {tracked()} {JSON.stringify(given())}
      </output>
    );
  });
  expect(container.textContent).toBe('2 20');
  setField('total');
  expect(container.textContent).toBe('20 {"count":2,"total":20}');
});

test('another contract is another state', async () => {
  const { bus, listening, settled, show } = openCartPage();
  bus.emit(cart.changed, { count: 1, total: 10 });
  const [adding, setAdding] = createSignal(false);
  const { container } = show(() => {
    const state = createEventState(() => (adding() ? cart.itemAdded : cart.changed));
    return <output>{JSON.stringify(state()) ?? 'none'}</output>;
  });
  expect(container.textContent).toBe('{"count":1,"total":10}');
  setAdding(true);
  expect(container.textContent).toBe('none');
  bus.emit(cart.itemAdded, { sku: 'A-1' });
  await settled();
  expect(container.textContent).toBe('{"sku":"A-1"}');
  expect(listening()).toEqual(['cart:itemAdded']);
});

test('another bus is another state, in the same component', async () => {
  const [one, other] = [openCartPage(), openCartPage()];
  one.bus.emit(cart.changed, { count: 1, total: 10 });
  other.bus.emit(cart.changed, { count: 2, total: 20 });
  const [bus, setBus] = createSignal(one.bus);
  const Count = () => <output>{createEventState(cart.changed)()?.count}</output>;
  const { container } = show(() => (
    <BusProvider bus={bus()}>
      <Count />
    </BusProvider>
  ));
  const rendered = container.firstChild;
  setBus(other.bus);
  expect(container.textContent).toBe('2');
  expect(container.firstChild).toBe(rendered);
  expect(one.listening()).toEqual([]);
});

test.each(['select', 'compare'] as const)('a `%s` that throws ends in the error boundary, and the bus goes on', async (which) => {
  const { bus, errors, settled, show } = openCartPage();
  const fail = (state?: CartState) => {
    if (state?.count === 1) throw new Error(`bad ${which}`);
    return state;
  };
  const select = which === 'select' ? fail : (state?: CartState) => state;
  const compare = which === 'compare' ? (_?: CartState, next?: CartState) => !fail(next) : Object.is;
  const Fragile = () => <output>{createEventState(cart.changed, { select, compare })()?.count ?? 'none'}</output>;
  let reset = () => {};
  const fallback = (error: Error, again: () => void) => {
    reset = again;
    return error.message;
  };
  const { container } = show(() => (
    <ErrorBoundary fallback={fallback}>
      <Fragile />
    </ErrorBoundary>
  ));
  expect(container.textContent).toBe('none');
  bus.emit(cart.changed, { count: 1, total: 10 });
  await settled();
  expect(container.textContent).toBe(`bad ${which}`);
  bus.emit(cart.changed, { count: 2, total: 20 });
  reset();
  expect(container.textContent).toBe('2');
  expect(errors).toEqual([]);
});

test('state may be what a fallback waits for', async () => {
  const { bus, settled, show } = openCartPage();
  const never = deferred<string>();
  const Waiting = () => {
    const [name] = createResource(() => never.promise);
    const count = createEventState(cart.changed, { select: (state) => state?.count });
    return (
      <Show when={count()} fallback={name()}>
        {(count) => <output>{count()}</output>}
      </Show>
    );
  };
  const { container } = show(() => (
    <Suspense fallback="loading">
      <Waiting />
    </Suspense>
  ));
  expect(container.textContent).toBe('loading');
  bus.emit(cart.changed, { count: 1, total: 10 });
  await settled();
  never.resolve('Ada');
  await expect.poll(() => container.textContent).toBe('1');
});

test('in a transition what is still shown goes on, and what is shown next has missed nothing', async () => {
  const [one, other] = [openCartPage(), openCartPage()];
  const arrival = deferred<undefined>();
  const [bus, setBus] = createSignal(one.bus);
  const [, start] = useTransition();
  const Count = () => {
    const count = createEventState(cart.changed, { select: (state) => state?.count ?? 0 });
    const [source] = createResource(bus, async (now) => {
      if (now === other.bus) await arrival.promise;
      return now === other.bus ? 'other' : 'one';
    });
    return (
      <output>
        {source()} {count()}
      </output>
    );
  };
  const { container } = show(() => (
    <Suspense fallback="loading">
      <BusProvider bus={bus()}>
        <Count />
      </BusProvider>
    </Suspense>
  ));
  await expect.poll(() => container.textContent).toBe('one 0');
  start(() => setBus(other.bus));
  one.bus.emit(cart.changed, { count: 1, total: 10 });
  other.bus.emit(cart.changed, { count: 2, total: 20 });
  await Promise.all([one.settled(), other.settled()]);
  expect(container.textContent).toBe('one 1');
  arrival.resolve(undefined);
  await expect.poll(() => container.textContent).toBe('other 2');
  expect([one.listening(), other.listening()]).toEqual([[], ['cart:changed']]);
});

test('unmounting leaves no observer behind', () => {
  const { listening, show } = openCartPage();
  const { unmount } = show(() => <output>{createEventState(cart.changed)()?.count}</output>);
  expect(listening()).toEqual(['cart:changed']);
  unmount();
  expect(listening()).toEqual([]);
});
