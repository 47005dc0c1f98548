import { isBusError } from '../bus-error.ts';
import type { Hub, Topic } from '../hub/hub.ts';
import { contractOf } from '../hub/topic.ts';
import { warnOnce } from '../hub/warn-once.ts';
import { hearFromWindow } from '../hub/window-edge.ts';
import { hubPublisher } from './hub-publisher.ts';
import { adoptStages, publish } from './publish.ts';

/** Makes the plain `window` events of a topic events of the bus. Whoever dispatched them knows nothing of Busbar, so nothing is thrown. */
export function adoptFromWindow(hub: Hub, topic: Topic): void {
  hearFromWindow(hub, topic, (data) => {
    const contract = contractOf(topic)!;
    try {
      const publication = { contract, topic, source: 'window', isForeign: true, options: {}, data };
      publish(publication, adoptStages, hubPublisher(hub, 'window'));
    } catch (error) {
      // Of rings people were warned already.
      if (!isBusError(error, 'too-many-hops')) warnOnce(hub, `refused-plain-event ${topic.type}`, String(error));
    }
  });
}
