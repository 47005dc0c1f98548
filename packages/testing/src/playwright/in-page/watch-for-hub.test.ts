import { createBus, createHub, type Hub } from '@busbar/core';
import { afterEach, expect, it } from 'vitest';
import { watchForHub } from './watch-for-hub.ts';

const key = Symbol.for('busbar.hub');
const { defineProperty } = Object;
const look = (): unknown => Reflect.get(globalThis, key);

afterEach(() => {
  for (const place of [globalThis, Object.getPrototypeOf(globalThis)]) Reflect.deleteProperty(place, key);
  Object.defineProperty = defineProperty;
});

it('gives Object back as it was, however often a hub is looked for in vain', async () => {
  watchForHub(() => expect.fail());
  for (let time = 0; time < 3; time++) expect(look()).toBeUndefined();
  await Promise.resolve();
  expect(Object.defineProperty).toBe(defineProperty);
});

it('finds the hub that is defined after it was looked for more than once, before its maker goes on', () => {
  const hubs: Hub[] = [];
  watchForHub((hub) => hubs.push(hub));
  for (let time = 0; time < 2; time++) look();
  const hub = createHub();
  Object.defineProperty(globalThis, key, { value: hub, configurable: true });
  expect(hubs).toEqual([hub]);
  expect([look(), Object.defineProperty]).toEqual([hub, defineProperty]);
  expect(createBus({ source: 'cart', hub }).hub).toBe(hub);
});
