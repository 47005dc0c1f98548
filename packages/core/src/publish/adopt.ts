import { isBusError } from '../bus-error.ts';
import type { Hub, Topic } from '../hub/hub.ts';
import { reportToPage } from '../hub/report.ts';
import { contractOf } from '../hub/topic.ts';
import { warnOnce } from '../hub/warn-once.ts';
import { hearFromWindow } from '../hub/window-edge.ts';
import { adoptStages, publish } from './publish.ts';

/** Makes the plain `window` events of a topic events of the bus. Whoever dispatched them knows nothing of Busbar, so nothing is thrown. */
export function adoptFromWindow(hub: Hub, topic: Topic): void {
  hearFromWindow(hub, topic, (data) => {
    const contract = contractOf(topic)!;
    const permissions = { publish: [], subscribe: [] };
    try {
      publish({ contract, topic, source: 'window', isForeign: true, options: {}, data, again: undefined }, adoptStages, {
        source: 'window',
        hub,
        permissions,
        report: reportToPage,
      });
    } catch (error) {
      // Of rings people were warned already.
      if (!isBusError(error, 'too-many-hops')) warnOnce(hub, `refused-plain-event ${topic.type}`, String(error));
    }
  });
}
