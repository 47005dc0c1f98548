import { expect, test } from 'vitest';
import type { Occupation, Plan } from '../plan.ts';
import { openDesk } from './service-desk.ts';

const plan: Plan = { delays: { order: 0, payment: 0, fraud: 0, inventory: 0 }, places: 2, customers: 3 };

function desk() {
  const occupation: Occupation = { holds: [], busy: 0 };
  return { occupation, ...openDesk('order', plan, occupation) };
}

test('an order waits until a place is free', async () => {
  const { hold } = desk();
  const begun: string[] = [];
  const ends: (() => void)[] = [];
  const task = (order: string) => () => {
    begun.push(order);
    return new Promise<void>((resolve) => void ends.push(resolve));
  };
  const all = ['S-1', 'S-2', 'S-3'].map((order) => hold(order, task(order)));
  expect(begun).toEqual(['S-1', 'S-2']);
  ends[0]!();
  await all[0];
  await expect.poll(() => begun).toEqual(['S-1', 'S-2', 'S-3']);
});

test('a task that fails is noted, and frees its place', async () => {
  const { hold, occupation } = desk();
  for (const order of ['S-1', 'S-2', 'S-3'])
    await expect(hold(order, () => Promise.reject(new Error('No')))).rejects.toThrow('No');
  expect(occupation.holds.map(({ order, failed }) => [order, failed])).toEqual([
    ['S-1', true],
    ['S-2', true],
    ['S-3', true],
  ]);
  expect(occupation.busy).toBe(0);
});
