import type { Bus } from '@busbar/core';
import { checkout, notifications } from 'contracts';
import * as z from 'zod';
import { openBook } from '../book.ts';
import { pause } from '../pause.ts';
import { workingTime } from '../working-time.ts';

const Message = z.object({ sentAt: z.number() });

/**
 * Sends each confirmation once, however often it is issued: the bus leaves out what has the same idempotency key, and the book
 * knows what was sent before the page was loaded. Ends with the bus.
 */
export function sendConfirmations(bus: Bus): void {
  const book = openBook('services.notifications', Message);

  bus.on(checkout.confirmationIssued, async (event, { signal }) => {
    const { number } = event.data;
    await pause(workingTime(), signal);
    if (book.has(number)) return;
    book.enter(number, () => ({ sentAt: Date.now() }));
    bus.emit(notifications.confirmationSent, { number }, { cause: event });
  });
}
