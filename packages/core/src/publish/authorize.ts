import { BusError } from '../bus-error.ts';
import { isAllowed } from '../permissions.ts';
import type { PublishStage } from './publish-stage.ts';

/** Guarantees: the scope may publish the event. */
export const authorize: PublishStage = {
  name: 'authorize',
  run({ contract: { type }, source }, { permissions: { publish } }) {
    if (!isAllowed(publish, type))
      throw new BusError('forbidden', { action: 'publish', type, source, allowed: publish.at(-1) ?? [] });
  },
};
