import type { Bus } from './bus.ts';
import { contextOf } from './bus-context.ts';
import { BusError, isBusError } from './bus-error.ts';
import type { BusEvent } from './event.ts';
import { bury, reasons } from './hub/bury.ts';
import type { Subscriber } from './hub/hub-events.ts';

/**
 * Makes a dead letter of an event that code outside of a handler could not take, such as a fold over stored events, and
 * reports the error. Redriving the letter gives the event to the subscriber, or publishes it again where none is named.
 *
 * An error that is no `BusError` is told as the cause of a `handler-failed`; the letter's reason is that of the code, else
 * `failed`. Works on a disposed bus, too: what goes wrong at the end is not lost.
 *
 * @example
 * try { state = fold(state, event); } catch (error) { deadLetter(bus, event, error); }
 */
export function deadLetter(bus: Bus, event: BusEvent, error: unknown, subscriber?: Subscriber): void {
  const { hub, source, report } = contextOf(bus);
  const { type, id, source: emitter } = event;
  const told = isBusError(error) ? error : new BusError('handler-failed', { type, id, emitter, source, attempts: 1 }, error);
  bury(hub, event, told, {
    reason: reasons[told.code] ?? 'failed',
    attempts: 1,
    ...(subscriber && { subscriber: { id: subscriber.id, source: subscriber.source, target: subscriber.target } }),
  });
  report(told);
}
