// `pnpm --filter @busbar/patterns measure`: what folding takes for ten times as many events, and ten times that. Figures, no verdict.

import { type Bus, type BusEvent, createBus, createHub, defineEvent } from '@busbar/core';
import * as z from 'zod';
import { defineProjection } from '../src/projection/define-projection.ts';
import { fold } from '../src/projection/fold.ts';
import { project } from '../src/projection/project.ts';

const rounds = 5;
const counts = [10_000, 100_000, 1_000_000];

const placed = defineEvent('orders:placed', {
  version: 1,
  schema: z.object({ customer: z.number(), amount: z.number() }),
  dom: 'off',
});
const sales = defineProjection('sales', {
  initial: { orders: 0, amount: 0, last: -1 },
  contracts: [placed],
  on: {
    'orders:placed': ({ orders, amount }, { data }) => ({
      orders: orders + 1,
      amount: amount + data.amount,
      last: data.customer,
    }),
  },
});

/** What is measured: prepares for so many events, and answers what is timed. */
const ways: Record<string, (count: number) => () => unknown> = {
  'fold(projection, events)': (count) => {
    const events = earlier(count);
    return () => fold(sales, events);
  },
  'project, from a history': (count) => {
    const events = earlier(count);
    return () => project(newBus(), sales, { history: events }).ready;
  },
  'project, live, emit included': (count) => async () => {
    const bus = newBus();
    const state = project(bus, sales);
    for (let index = 0; index < count; index++) bus.emit(placed, { customer: index % 100, amount: 1 });
    while (bus.hub.queue.depth > 0) await new Promise((resolve) => setTimeout(resolve));
    state.stop();
  },
};

const build = '__BUSBAR_PRODUCTION__' in globalThis ? 'production' : 'development, where states are frozen';
console.log(`As in ${build}:`);
const rows: Record<string, unknown>[] = [];
for (const [what, prepare] of Object.entries(ways)) {
  let before: number | undefined;
  for (const count of counts) {
    const time = await median(prepare(count));
    rows.push({
      what,
      events: count,
      'median ms': Number(time.toFixed(1)),
      'ns an event': Math.round((time * 1e6) / count),
      'times as long': before ? Number((time / before).toFixed(1)) : '–',
    });
    before = time;
  }
}
console.table(rows);

function newBus(): Bus {
  return createBus({ source: 'measurement', hub: createHub() });
}

/** Events as a log of an earlier page gives them. */
function earlier(count: number): BusEvent[] {
  const event = newBus().emit(placed, { customer: 0, amount: 1 });
  return Array.from({ length: count }, (_, index) =>
    Object.freeze({ ...event, id: `earlier-${index}`, data: Object.freeze({ customer: index % 100, amount: 1 }) }),
  );
}

/** Milliseconds: by the clock, or of the processor where that is less, as it is where others keep it busy. */
async function median(run: () => unknown): Promise<number> {
  const times: number[] = [];
  for (let round = 0; round < rounds; round++) {
    const [begun, used] = [performance.now(), process.cpuUsage()];
    await run();
    const { user, system } = process.cpuUsage(used);
    times.push(Math.min(performance.now() - begun, (user + system) / 1_000));
  }
  return times.sort((one, other) => one - other)[rounds >> 1]!;
}
