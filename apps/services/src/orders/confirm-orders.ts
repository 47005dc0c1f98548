import type { Bus } from '@busbar/core';
import { reply } from '@busbar/patterns';
import { orders } from 'contracts';
import * as z from 'zod';
import { openBook } from '../book.ts';
import { pause } from '../pause.ts';
import { workingTime } from '../working-time.ts';

const Confirmation = z.object({ confirmedAt: z.number() });

/** Takes orders into the books of the shop and out again, each once, whichever comes first. Ends with the bus. */
export function confirmOrders(bus: Bus): void {
  const book = openBook('services.orders', Confirmation);

  reply(bus, orders.confirmation, async ({ number }, { signal }) => {
    await pause(workingTime(), signal);
    const { confirmedAt } = book.enter(number, () => ({ confirmedAt: Date.now() }));
    return { number, confirmedAt: new Date(confirmedAt).toISOString() };
  });
  reply(bus, orders.withdrawal, async ({ number }, { signal }) => {
    await pause(workingTime(), signal);
    return { number, withdrawn: book.strike(number) !== undefined };
  });
}
