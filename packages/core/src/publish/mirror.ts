import { BusError } from '../bus-error.ts';
import { bury } from '../hub/bury.ts';
import { isMirrored, mirrorBound, showToWindow } from '../hub/window-edge.ts';
import type { PublishStage } from './publish-stage.ts';

/** Guarantees: plain listeners on `window` will be shown the event, where default delivery happens, unless too many wait for that. */
export const mirror: PublishStage = {
  name: 'mirror',
  run({ topic, event }, { hub }) {
    if (!isMirrored(hub, topic) || showToWindow(hub, event!)) return;
    const { type } = topic;
    // Making errors costs more than the rest of an emit, so those that come one after the other have one.
    if (hub.unshown?.details.type !== type) {
      hub.unshown = new BusError('queue-overflow', { type, source: 'window', maxQueue: mirrorBound });
    }
    bury(hub, event!, hub.unshown, { subscriber: { id: 0, source: 'window', target: type } });
  },
};
