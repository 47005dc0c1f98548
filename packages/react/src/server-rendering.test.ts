import { type Bus, createBus } from '@busbar/core';
import { createElement, type ReactElement } from 'react';
import { renderToString } from 'react-dom/server';
import { expect, test } from 'vitest';
import { cart } from './cart-page.test.fixture.tsx';
import { BusProvider, useEmit, useEvent, useEventState } from './index.ts';

function Page(): ReactElement {
  useEvent(cart.itemAdded, () => {});
  useEmit(cart.itemAdded);
  const { count } = useEventState(cart.changed, { initial: { count: 0, total: 0 } });
  const total = useEventState(cart.changed, { select: (state) => state?.total });
  return createElement('p', null, `${count} for ${total ?? 'nothing'}`);
}

const rendered = (bus: Bus): string => renderToString(createElement(BusProvider, { bus }, createElement(Page)));

test('a server renders the initial value where its request has emitted nothing', () => {
  expect(rendered(createBus({ source: 'server' }))).toBe('<p>0 for nothing</p>');
});

test('a server renders what its own request emitted, and no other request sees it', () => {
  const [one, other] = [createBus({ source: 'server' }), createBus({ source: 'server' })];
  one.emit(cart.changed, { count: 2, total: 20 });
  expect(rendered(one)).toBe('<p>2 for 20</p>');
  expect(rendered(other)).toBe('<p>0 for nothing</p>');
});

test('rendering on a server subscribes nothing', () => {
  const bus = createBus({ source: 'server' });
  rendered(bus);
  expect(bus.metrics().subscriptions).toEqual([]);
});
