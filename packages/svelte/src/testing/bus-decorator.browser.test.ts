import { createBus, createHub } from '@busbar/core';
import { flushSync, mount, unmount } from 'svelte';
import { expect, test } from 'vitest';
import { cart } from '../cart-page.test.fixture.ts';
import { getBus } from '../index.ts';
import Setup from '../setup.test.fixture.svelte';
import { type BusDecoratorOptions, busDecorator } from '../testing.ts';
import CartBadge from './cart-badge.test.fixture.svelte';
import Story from './story.test.fixture.svelte';

function show(options?: BusDecoratorOptions, component: unknown = CartBadge) {
  const target = document.createElement('div');
  const { Component } = busDecorator(options)();
  const view = mount(Story, { target, props: { Decorator: Component, Story: component as typeof Component } });
  flushSync();
  return { target, hide: () => unmount(view) };
}

test('a story is shown with the bus that is given, which stays', async () => {
  const bus = createBus({ source: 'mine', hub: createHub() });
  const { target, hide } = show({ bus });
  bus.emit(cart.changed, { count: 2, total: 20 });
  await expect.poll(() => target.textContent?.trim()).toBe('2 × piece');
  await hide();
  expect(bus.disposed).toBe(false);
});

test('what a story finds is emitted before it is shown, and what it emits is told', async () => {
  const told: string[] = [];
  const { target, hide } = show({
    prepare: (bus) => bus.emit(cart.changed, { count: 2, total: 20 }),
    onEvent: ({ type }) => told.push(type),
  });
  expect(target.textContent?.trim()).toBe('2 × piece');
  target.querySelector('button')!.click();
  await expect.poll(() => told).toEqual(['cart:changed', 'cart:itemAdded']);
  await hide();
});

test('without a bus a story has a test bus of its own for as long as it is shown', async () => {
  const buses = new Set<ReturnType<typeof getBus>>();
  const Remembering = (anchor: never) => Setup(anchor, { setup: () => void buses.add(getBus()) });
  await show({}, Remembering).hide();
  await show({}, Remembering).hide();
  expect([...buses].map(({ source, disposed }) => [source, disposed])).toEqual([
    ['test', true],
    ['test', true],
  ]);
});
