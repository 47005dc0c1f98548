import { BusError } from '../bus-error.ts';
import type { PublishStage } from './publish-stage.ts';

/** Guarantees: the scope may publish the event. */
export const authorize: PublishStage = {
  name: 'authorize',
  run({ contract: { type }, source }, { permissions }) {
    if (permissions.mayPublish(type)) return undefined;
    return { reject: new BusError('forbidden', { action: 'publish', type, source, allowed: permissions.publish ?? [] }) };
  },
};
