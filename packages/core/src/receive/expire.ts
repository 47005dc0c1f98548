import { BusError } from '../bus-error.ts';
import { type BusEvent, isExpired } from '../event.ts';
import type { ReceiveStage } from './receive-stage.ts';

/** Guarantees: the event's time to live has not passed so far. */
export const expire: ReceiveStage = {
  name: 'expire',
  run({ event }, { source }) {
    refuseExpired(event, source);
  },
};

/** @throws BusError `event-expired` when an event's time to live has passed. */
export function refuseExpired(event: BusEvent, source: string): void {
  const { type, source: emitter, expirytime } = event;
  if (isExpired(event)) throw new BusError('event-expired', { type, source, emitter, expirytime: expirytime! });
}
