import { type Bus, type EmitOptions, report, whenDisposed } from '@busbar/core';
import { checkout, notifications } from 'contracts';
import * as z from 'zod';
import { openBook } from '../book.ts';
import { pause } from '../pause.ts';
import { workingTime } from '../working-time.ts';

const Issued = z.object({ number: z.string() });
const Message = z.object({ sentAt: z.number() });

/**
 * Sends each confirmation once, however often it is issued: the bus leaves out what has the same idempotency key, and the book
 * knows what was sent before the page was loaded. What an earlier page was about to send, this one does. Ends with the bus.
 */
export function sendConfirmations(bus: Bus): void {
  const outbox = openBook('services.notifications.outbox', Issued);
  const sent = openBook('services.notifications', Message);
  const ending = new AbortController();
  whenDisposed(bus, () => ending.abort());

  async function send(number: string, options: EmitOptions, signal: AbortSignal): Promise<void> {
    await pause(workingTime(), signal);
    if (sent.has(number)) return;
    sent.enter(number, () => ({ sentAt: Date.now() }));
    bus.emit(notifications.confirmationSent, { number }, options);
  }

  for (const { number } of outbox.recent()) {
    if (!sent.has(number)) send(number, {}, ending.signal).catch((error) => ending.signal.aborted || report(bus, error));
  }
  bus.on(
    checkout.confirmationIssued,
    (event, { signal }) => {
      const { number } = event.data;
      outbox.enter(number, () => ({ number }));
      return send(number, { cause: event }, signal);
    },
    { overlap: 'parallel' }, // each is in the outbox at once
  );
}
