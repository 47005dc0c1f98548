import { type Bus, createBus } from '@busbar/core';
import { createComponent, createResource, type JSX, Suspense } from 'solid-js';
import { renderToString, renderToStringAsync } from 'solid-js/web';
import { expect, test } from 'vitest';
import { cart } from './cart-contracts.test.fixture.ts';
import {
  BusProvider,
  createDeadLetters,
  createEmit,
  createEvent,
  createEventState,
  createMetrics,
  createProjection,
  useBus,
} from './index.ts';

function Page(): JSX.Element {
  createEvent(cart.itemAdded, () => {});
  createEmit(cart.itemAdded);
  const state = createEventState(cart.changed, { initial: { count: 0, total: 0 } });
  const total = createProjection(useBus()().latest(cart.changed), (state) => state?.total);
  const letters = createDeadLetters();
  const { emitted } = createMetrics()();
  return `${state().count} for ${total() ?? 'nothing'}, ${letters().length} lost of ${emitted}`;
}

/** Renders its second half when what it waits for is there, as a page does that loads its data. */
function SlowPage(props: { readonly data: Promise<string> }): JSX.Element {
  const [data] = createResource(() => props.data);
  const count = createEventState(cart.changed, { select: (state) => state?.count });
  return createComponent(Suspense, {
    get children() {
      return [data(), ` has ${count()}, `, createComponent(Page, {})];
    },
  });
}

const provided = (bus: Bus, page: () => JSX.Element): JSX.Element =>
  createComponent(BusProvider, {
    bus,
    get children() {
      return page();
    },
  });

const rendered = (bus: Bus): string => renderToString(() => provided(bus, () => createComponent(Page, {})));

test('a server renders the initial value where its request has emitted nothing', () => {
  expect(rendered(createBus({ source: 'server' }))).toBe('0 for nothing, 0 lost of 0');
});

test('a server renders what its own request emitted, and no other request sees it', () => {
  const [one, other] = [createBus({ source: 'server' }), createBus({ source: 'server' })];
  one.emit(cart.changed, { count: 2, total: 20 });
  expect(rendered(one)).toBe('2 for 20, 0 lost of 1');
  expect(rendered(other)).toBe('0 for nothing, 0 lost of 0');
});

test('two requests that are rendered at once, one waiting for the other, keep to their own bus', async () => {
  const [one, other] = [createBus({ source: 'server' }), createBus({ source: 'server' })];
  one.emit(cart.changed, { count: 1, total: 10 });
  other.emit(cart.changed, { count: 2, total: 20 });
  let answer = (_name: string): void => {};
  const late = new Promise<string>((resolve) => {
    answer = resolve;
  });
  const slow = async (bus: Bus, data: Promise<string>) => {
    const html = await renderToStringAsync(() => provided(bus, () => createComponent(SlowPage, { data })));
    return html.replaceAll('<!--!$-->', '');
  };
  const first = slow(one, late);
  expect(await slow(other, Promise.resolve('Ben'))).toContain('Ben has 2, 2 for 20');
  answer('Ada');
  expect(await first).toContain('Ada has 1, 1 for 10');
});

test('a server renders no dead letters, also where its request has made some', () => {
  const bus = createBus({ source: 'server', onError: () => {} });
  // @ts-expect-error a number is no sku
  expect(() => bus.emit(cart.itemAdded, { sku: 1 })).toThrow();
  expect(bus.deadLetters.list()).toHaveLength(1);
  expect(rendered(bus)).toContain(' 0 lost of ');
});

test('rendering on a server subscribes nothing', () => {
  const bus = createBus({ source: 'server' });
  rendered(bus);
  expect(bus.metrics().subscriptions).toEqual([]);
});
