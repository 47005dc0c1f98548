import type { Bus } from '@busbar/core';
import { reply } from '@busbar/patterns';
import { stock } from 'contracts';
import * as z from 'zod';
import { openBook } from '../book.ts';
import { hearFault } from '../hear-fault.ts';
import { pause } from '../pause.ts';
import { refusal } from '../refusal.ts';
import { untilAborted } from '../until-aborted.ts';
import { workingTime } from '../working-time.ts';
import { missingFrom } from './shelf.ts';

const Reservation = z.object({
  reservedAt: z.number(),
  lines: z.array(z.object({ sku: z.string(), quantity: z.number() })),
});
type Reservation = z.infer<typeof Reservation>;

/**
 * Reserves goods and releases them, each order's once, whichever comes first. Ends with the bus.
 *
 * While stock is told to stall, goods are reserved and nobody hears of it, as when an answer is lost on its way.
 */
export function keepStock(bus: Bus): void {
  const stalls = hearFault(bus, 'stock-stalls');
  const book = openBook('services.stock', Reservation);

  function reserve(lines: Reservation['lines']): Reservation {
    const reserved = book.recent().flatMap((reservation) => reservation.lines);
    const missing = missingFrom(lines, reserved);
    if (missing.length > 0) throw refusal('out-of-stock', `Too few are left of ${missing.join(', ')}`, { missing });
    return { reservedAt: Date.now(), lines };
  }

  reply(bus, stock.reservation, async ({ number, lines }, { signal }) => {
    await pause(workingTime(), signal);
    const { reservedAt } = book.enter(number, () => reserve([...lines]));
    if (stalls()) await untilAborted(signal);
    return { number, reservedAt: new Date(reservedAt).toISOString() };
  });
  reply(bus, stock.release, async ({ number }, { signal }) => {
    await pause(workingTime(), signal);
    return { number, released: book.strike(number) !== undefined };
  });
}
