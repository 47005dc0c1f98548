import { createComponent, createResource, createRoot, createSignal, For, onMount, Show, Suspense, useTransition } from 'solid-js';
import { expect, test } from 'vitest';
import { cart } from './cart-contracts.test.fixture.ts';
import { openCartPage, show } from './cart-page.test.fixture.tsx';
import { deferred } from './deferred.test.fixture.ts';
import { BusProvider, createEvent } from './index.ts';

test('a component hears events from its set-up to its unmounting', async () => {
  const { bus, listening, settled, show } = openCartPage();
  const heard: string[] = [];
  const { unmount } = show(() => {
    createEvent(cart.itemAdded, ({ data }) => heard.push(data.sku));
    bus.emit(cart.itemAdded, { sku: 'in set-up' });
    onMount(() => bus.emit(cart.itemAdded, { sku: 'on mount' }));
    return null;
  });
  await settled();
  expect(listening()).toEqual(['cart:itemAdded']);
  unmount();
  bus.emit(cart.itemAdded, { sku: 'after' });
  await settled();
  expect(heard).toEqual(['in set-up', 'on mount']);
  expect(listening()).toEqual([]);
});

test('another bus moves the subscriptions below to it, and the components stay', async () => {
  const [one, other] = [openCartPage(), openCartPage()];
  const heard: string[] = [];
  const [bus, setBus] = createSignal(one.bus);
  let made = 0;
  const Listener = () => {
    made += 1;
    createEvent(cart.itemAdded, ({ data }) => heard.push(data.sku));
    return null;
  };
  show(() => (
    <BusProvider bus={bus()}>
      <Listener />
    </BusProvider>
  ));
  setBus(other.bus);
  one.bus.emit(cart.itemAdded, { sku: 'one' });
  other.bus.emit(cart.itemAdded, { sku: 'other' });
  await Promise.all([one.settled(), other.settled()]);
  expect(heard).toEqual(['other']);
  expect(one.listening()).toEqual([]);
  expect(made).toBe(1);
});

test('what `<Show>` and `<For>` take away listens no more', () => {
  const { listening, show } = openCartPage();
  const [shown, setShown] = createSignal(true);
  const [rows, setRows] = createSignal(['A-1', 'B-2', 'C-3']);
  const Listener = () => {
    createEvent(cart.itemRemoved, () => {});
    return null;
  };
  show(() => (
    <Show when={shown()}>
      <For each={rows()}>{() => <Listener />}</For>
    </Show>
  ));
  expect(listening()).toHaveLength(3);
  setRows(['C-3', 'A-1']);
  expect(listening()).toHaveLength(2);
  setShown(false);
  expect(listening()).toEqual([]);
});

test('a handler may take its own component away, and is not called for the event after', async () => {
  const { bus, listening, settled, show } = openCartPage();
  const heard: string[] = [];
  const [shown, setShown] = createSignal(true);
  const Row = () => {
    createEvent(cart.itemRemoved, ({ data }) => {
      heard.push(data.sku);
      setShown(false);
    });
    return null;
  };
  show(() => (
    <Show when={shown()}>
      <Row />
    </Show>
  ));
  bus.emit(cart.itemRemoved, { sku: 'A-1' });
  bus.emit(cart.itemRemoved, { sku: 'B-2' });
  await settled();
  expect(heard).toEqual(['A-1']);
  expect(listening()).toEqual([]);
});

test('unmounting aborts the signal of a handler that is at work', async () => {
  const { bus, settled, show } = openCartPage();
  let signal: AbortSignal | undefined;
  const { unmount } = show(() => {
    createEvent(cart.itemAdded, (_, context) => {
      signal = context.signal;
      return new Promise((resolve) => context.signal.addEventListener('abort', resolve));
    });
    return null;
  });
  bus.emit(cart.itemAdded, { sku: 'A-1' });
  await settled();
  expect(signal?.aborted).toBe(false);
  unmount();
  expect(signal?.aborted).toBe(true);
});

test('a component that waits behind a fallback misses nothing', async () => {
  const { bus, settled, show } = openCartPage();
  const heard: string[] = [];
  const arrival = deferred<string>();
  const Listener = () => {
    const [name] = createResource(() => arrival.promise);
    createEvent(cart.itemAdded, ({ data }) => heard.push(data.sku));
    return <p>{name()}</p>;
  };
  const { container } = show(() => (
    <Suspense fallback="loading">
      <Listener />
    </Suspense>
  ));
  bus.emit(cart.itemAdded, { sku: 'A-1' });
  await settled();
  expect(container.textContent).toBe('loading');
  expect(heard).toEqual(['A-1']);
  arrival.resolve('Ada');
  await expect.poll(() => container.textContent).toBe('Ada');
  bus.emit(cart.itemAdded, { sku: 'B-2' });
  await settled();
  expect(heard).toEqual(['A-1', 'B-2']);
});

test('during a transition the subscription of what is still shown goes on, and moves with what is shown next', async () => {
  const { bus, listening, settled, show } = openCartPage();
  const heard: string[] = [];
  const arrival = deferred<undefined>();
  const [removing, setRemoving] = createSignal(false);
  let start: (change: () => void) => unknown = () => {};
  const Listener = () => {
    [, start] = useTransition();
    const [shown] = createResource(removing, async (now) => {
      if (now) await arrival.promise;
      return now ? 'removed' : 'added';
    });
    createEvent(
      () => (removing() ? cart.itemRemoved : cart.itemAdded),
      ({ type }) => heard.push(type),
    );
    return <p>{shown() ?? 'added'}</p>;
  };
  const { container } = show(() => (
    <Suspense fallback="loading">
      <Listener />
    </Suspense>
  ));
  start(() => setRemoving(true));
  bus.emit(cart.itemAdded, { sku: 'A-1' });
  await settled();
  expect([container.textContent, heard]).toEqual(['added', ['cart:itemAdded']]);
  arrival.resolve(undefined);
  await expect.poll(() => container.textContent).toBe('removed');
  expect(listening()).toEqual(['cart:itemRemoved']);
});

test('what a transition prepares listens already, and ends when the transition is taken back', async () => {
  const { listening, show } = openCartPage();
  const arrival = deferred<string>();
  const [shown, setShown] = createSignal(false);
  const Slow = () => {
    const [name] = createResource(() => arrival.promise);
    createEvent(cart.itemAdded, () => {});
    return <p>{name()}</p>;
  };
  const [, start] = useTransition();
  const { container } = show(() => (
    <Suspense fallback="loading">
      <Show when={shown()} fallback="nothing">
        <Slow />
      </Show>
    </Suspense>
  ));
  start(() => setShown(true));
  await expect.poll(listening).toEqual(['cart:itemAdded']);
  expect(container.textContent).toBe('nothing');
  start(() => setShown(false));
  arrival.resolve('Ada');
  await expect.poll(listening).toEqual([]);
  expect(container.textContent).toBe('nothing');
});

test('a root of its own ends its subscriptions when it is disposed', async () => {
  const { bus, listening, settled } = openCartPage();
  const heard: string[] = [];
  const Listener = () => {
    createEvent(cart.itemAdded, ({ data }) => heard.push(data.sku));
    return null;
  };
  const dispose = createRoot((dispose) => {
    createComponent(BusProvider, {
      bus,
      get children() {
        return <Listener />;
      },
    });
    return dispose;
  });
  bus.emit(cart.itemAdded, { sku: 'A-1' });
  await settled();
  dispose();
  bus.emit(cart.itemAdded, { sku: 'B-2' });
  await settled();
  expect(heard).toEqual(['A-1']);
  expect(listening()).toEqual([]);
});
