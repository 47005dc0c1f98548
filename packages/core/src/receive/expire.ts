import { BusError } from '../bus-error.ts';
import { isExpired } from '../event.ts';
import type { ReceiveStage } from './receive-stage.ts';

/** Guarantees: the event's time to live has not passed so far. */
export const expire: ReceiveStage = {
  name: 'expire',
  run({ event }, { record: { source } }) {
    if (!isExpired(event)) return undefined;
    const { type, source: emitter, expirytime } = event;
    return { reject: new BusError('event-expired', { type, source, emitter, expirytime: expirytime! }) };
  },
};
