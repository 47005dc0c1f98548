import { castEvent } from '../cast-event.ts';
import type { ReceiveStage } from './receive-stage.ts';

/** Guarantees: the payload satisfies the receiver's own contract, whatever version was emitted. */
export const cast: ReceiveStage = {
  name: 'cast',
  run(reception, { bus, contracts, source }) {
    const contract = contracts.findLast(({ type }) => type === reception.event.type);
    if (contract) reception.event = castEvent(reception.event, contract, bus.hub, source);
  },
};
