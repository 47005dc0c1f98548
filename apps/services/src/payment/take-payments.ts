import type { Bus } from '@busbar/core';
import { reply } from '@busbar/patterns';
import { payment } from 'contracts';
import * as z from 'zod';
import { openBook } from '../book.ts';
import { hearFault } from '../hear-fault.ts';
import { pause } from '../pause.ts';
import { refusal } from '../refusal.ts';
import { workingTime } from '../working-time.ts';

const Capture = z.object({ amount: z.number(), receipt: z.string() });

/** Takes payments and gives them back, each order's once, whichever comes first. Ends with the bus. */
export function takePayments(bus: Bus): void {
  const fails = hearFault(bus, 'payment-fails');
  const book = openBook('services.payment', Capture);

  reply(bus, payment.capture, async ({ number, amount }, { signal }) => {
    await pause(workingTime(), signal);
    if (fails() && !book.has(number)) throw refusal('payment-declined', `The payment of order ${number} was declined`);
    const { receipt } = book.enter(number, () => ({ amount, receipt: `R-${number}` }));
    return { number, amount, receipt };
  });
  reply(bus, payment.refund, async ({ number }, { signal }) => {
    await pause(workingTime(), signal);
    return { number, amount: book.strike(number)?.amount ?? 0 };
  });
}
