import { BusError } from '../bus-error.ts';
import type { PublishStage } from './publish-stage.ts';

/** Guarantees: the chain of causes is short enough to be no ring of micro-frontends that answer each other for ever. */
export const guard: PublishStage = {
  name: 'guard',
  run({ event, contract: { type }, source, options }, { hub }) {
    const limit = hub.limits.hops;
    if (event!.hops <= limit) return;
    const cause = options.cause ?? hub.handling;
    throw new BusError('too-many-hops', {
      type,
      source,
      limit,
      answered: cause ? `${cause.source}: ${cause.type}` : String(event!.causationid),
    });
  },
};
