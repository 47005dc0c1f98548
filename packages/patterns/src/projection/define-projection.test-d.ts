import type { BusEvent } from '@busbar/core';
import { type Bus, createBus } from '@busbar/core';
import { defineProjection, type Projection } from './define-projection.ts';
import { fold } from './fold.ts';
import { orders } from './orders.test.fixture.ts';
import { project } from './project.ts';

type Same<One, Other> = (<T>() => T extends One ? 1 : 2) extends <T>() => T extends Other ? 1 : 2 ? true : false;
const holds = <Claim extends true>(): Claim | undefined => undefined;

const bus: Bus = createBus({ source: 'types' });
const { placed, cancelled } = orders;

export const sum = defineProjection('sum', {
  initial: 0,
  contracts: [placed, cancelled],
  on: { 'orders:placed': (state, { data }) => state + data.amount, 'orders:cancelled': (state) => state },
});
holds<Same<typeof sum, Projection<number>>>();

defineProjection('without a fold', {
  initial: 0,
  contracts: [placed, cancelled],
  // @ts-expect-error orders:cancelled has no fold
  on: { 'orders:placed': (state) => state },
});

defineProjection('a fold too many', {
  initial: 0,
  contracts: [placed],
  // @ts-expect-error orders:cancelled is none of its contracts
  on: { 'orders:placed': (state) => state, 'orders:cancelled': (state: number) => state },
});

defineProjection('another state', {
  initial: 0,
  contracts: [placed],
  // @ts-expect-error a fold gives the state that `initial` has
  on: { 'orders:placed': () => 'zero' },
});

defineProjection('another payload', {
  initial: 0,
  contracts: [cancelled],
  // @ts-expect-error cancelled orders have no amount
  on: { 'orders:cancelled': (state, { data }) => state + data.amount },
});

const total = project(bus, sum);
holds<Same<ReturnType<typeof total.get>, number>>();
const text = total.select((state) => state.toFixed(2));
holds<Same<ReturnType<typeof text.get>, string>>();
const both = total.select([(state: number) => state > 0, text], (isPositive, shown) => ({ isPositive, shown }));
holds<Same<ReturnType<typeof both.get>, { isPositive: boolean; shown: string }>>();

// @ts-expect-error it combines a boolean and a text
total.select([(state: number) => state > 0, text], (isPositive: string, shown: string) => isPositive + shown);

const folded: number = fold(sum, [] as BusEvent[]);
// @ts-expect-error the state of this projection is a number
fold(sum, [], 'zero');

export { folded };
