import { assertAllowed } from '../permissions.ts';
import type { PublishStage } from './publish-stage.ts';

/** Guarantees: the scope may publish the event. */
export const authorize: PublishStage = {
  name: 'authorize',
  run({ contract: { type } }, { source, permissions }) {
    assertAllowed(permissions, 'publish', type, source);
  },
};
