import { dispatchToWindow, domOf } from '../hub/window-edge.ts';
import type { PublishStage } from './publish-stage.ts';

/** Guarantees: plain listeners on `window` will be shown the event, where default delivery happens. */
export const mirror: PublishStage = {
  name: 'mirror',
  run({ topic, event }, { hub }) {
    if (!hub.window || domOf(topic) === 'off') return;
    hub.queue.push(() => {
      dispatchToWindow(hub, event!);
      return true;
    });
  },
};
