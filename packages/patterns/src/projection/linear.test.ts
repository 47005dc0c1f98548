import { defineEvent } from '@busbar/core';
import { expect, it } from 'vitest';
import * as z from 'zod';
import { defineProjection } from './define-projection.ts';
import { delivered, page } from './orders.test.fixture.ts';
import { project } from './project.ts';

const counted = defineEvent('things:counted', { version: 1, schema: z.number(), dom: 'off' });

it.each([
  [10_000, 'live events', false],
  [100_000, 'events of a history', true],
])('A projection calls one fold for each of %i %s, and tells its observers far less often', async (count, _, isStored) => {
  const bus = page();
  const of = { folds: 0, told: 0 };
  const add = (sum: number, { data }: { data: number }): number => {
    of.folds++;
    return sum + data;
  };
  const sum = defineProjection('sum', { initial: 0, contracts: [counted], on: { 'things:counted': add } });
  const event = bus.emit(counted, 1);
  const history = Array.from({ length: isStored ? count : 0 }, (_, index) => ({ ...event, id: `earlier-${index}` }));
  const state = project(bus, sum, { history });
  state.subscribe(() => of.told++);
  await state.ready;
  for (let index = 0; !isStored && index < count; index++) bus.emit(counted, 1);
  await delivered(bus);
  expect(state.get()).toBe(count);
  expect(of.folds).toBe(count);
  expect(of.told).toBeLessThan(count / 20);
});
