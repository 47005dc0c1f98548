import { BusError } from '../bus-error.ts';
import type { PublishStage } from './publish-stage.ts';

/** Guarantees: the chain of causes is short enough to be no ring of micro-frontends that answer each other for ever. */
export const guard: PublishStage = {
  name: 'guard',
  run({ event, source, options }, { hub }) {
    const limit = hub.limits.hops;
    if (event!.hops <= limit) return undefined;
    const cause = options.cause || hub.handling;
    const answered = cause ? `${cause.source}: ${cause.type}` : 'itself';
    return { reject: new BusError('too-many-hops', { type: event!.type, source, limit, answered }) };
  },
};
