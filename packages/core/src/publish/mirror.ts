import { dispatchToWindow, isMirrored } from '../hub/window-edge.ts';
import type { PublishStage } from './publish-stage.ts';

/** Guarantees: plain listeners on `window` will be shown the event, where default delivery happens. */
export const mirror: PublishStage = {
  name: 'mirror',
  run({ topic, event }, { hub }) {
    if (!isMirrored(hub, topic)) return undefined;
    hub.queue.push({
      run() {
        dispatchToWindow(hub, event!);
        return true;
      },
    });
    return undefined;
  },
};
