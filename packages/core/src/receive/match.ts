import { BusError } from '../bus-error.ts';
import { isLate } from '../is-thenable.ts';
import { declined, type ReceiveStage } from './receive-stage.ts';

/** Guarantees: the subscription's own filter wants the event. */
export const match: ReceiveStage = {
  name: 'match',
  run({ event }, { options, record: { source } }) {
    if (!options.where) return undefined;
    const told = { callback: 'where', type: event.type, source };
    let answer: unknown;
    try {
      answer = options.where(event);
    } catch (error) {
      throw new BusError('callback-failed', told, error);
    }
    // A promise is truthy: taken for a yes, it would let every event pass.
    if (isLate(answer)) throw new BusError('async-callback', told);
    return answer ? undefined : declined;
  },
};
