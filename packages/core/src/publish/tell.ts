import type { EventContract } from '../define-event.ts';
import type { BusEvent } from '../event.ts';
import { registerContract } from '../hub/catalogue.ts';
import type { Hub } from '../hub/hub.ts';
import { topicOf } from '../hub/topic.ts';
import { copyPayload } from '../parse-payload.ts';
import { deliver } from './deliver.ts';
import { hubPublisher } from './hub-publisher.ts';
import type { PublicationInProgress } from './publish-stage.ts';
import { stamp } from './stamp.ts';

/**
 * Publishes an event of the hub's own; nothing happens where nobody listens. It answers the event whose handler is running
 * unless another cause is named, so that rings through it end, too.
 */
export function tell<Data>(hub: Hub, contract: EventContract<string, Data>, given: Data, cause?: BusEvent): void {
  if (topicOf(hub, contract.type).subscriptions.size === 0) return;
  const topic = registerContract(hub, contract, 'busbar');
  const data = copyPayload(given, contract.type, 'busbar', hub.limits);
  const publication: PublicationInProgress = { contract, topic, source: 'busbar', options: { cause }, data };
  const publisher = hubPublisher(hub, 'busbar');
  for (const stage of [stamp, deliver]) stage.run(publication, publisher);
  hub.synchronous.drain();
}
