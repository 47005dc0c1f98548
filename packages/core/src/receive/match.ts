import { ask } from '../ask.ts';
import { declined, type ReceiveStage } from './receive-stage.ts';

/** Guarantees: the subscription's own filter wants the event. */
export const match: ReceiveStage = {
  name: 'match',
  run({ event }, { options: { where }, source }) {
    if (!where) return undefined;
    const wanted = ask({ callback: 'where', type: event.type, source }, () => where(event), rethrow);
    return wanted ? undefined : declined;
  },
};

function rethrow(error: unknown): never {
  throw error;
}
