import type { Bus } from '../bus.ts';
import { contextOf } from '../bus-context.ts';
import { BusError } from '../bus-error.ts';
import type { AnyEventContract } from '../define-event.ts';
import type { BusEvent } from '../event.ts';
import { isReserved } from '../event-name.ts';
import type { Hub } from '../hub/hub.ts';
import { Memory } from '../hub/memory.ts';
import { createTopic } from '../hub/topic.ts';
import { admit } from './admit.ts';
import { readAttribute, readEnvelope } from './envelope.ts';
import { publish } from './publish.ts';
import type { PublicationInProgress, PublishStage } from './publish-stage.ts';

/** How many ids of adopted events are remembered. */
const memory = 10_000;

/** The stages of a bus, for an event that says its version itself. */
function adopting(stages: readonly PublishStage[]): PublishStage[] {
  return stages.map((stage) => (stage.name === 'validate' ? admit : stage));
}

/**
 * Publishes on this page an event that another context has emitted: a tab, a frame, a worker, a server. Bridges call it.
 *
 * The event stays what it is: `id`, `source`, `time`, subject, causes, trace, `expirytime` and key (its `id` where it has
 * none). Only `sequence` is this page's. It is copied with the bounds of what comes from outside, and its payload checked by
 * the page's contract of its version, or cast to the newest. A contract's `rate` is not asked: it was where the event was
 * emitted. Subscriptions and plain listeners are given the event like any other.
 *
 * Answers `undefined` for an event of this page, or one of the newest 10,000 that it has adopted.
 *
 * @throws BusError `invalid-event` for what is no event, `reserved-name` for an event of another hub's own. What else `emit`
 * throws, `cast-failed` and `unknown-contract` are dead letters, too.
 * @example
 * channel.onmessage = ({ data }) => adopt(bus, data);
 */
export function adopt(bus: Bus, event: unknown): BusEvent | undefined {
  const context = contextOf(bus).alive('adopt');
  const { hub, publishStages } = context;
  const envelope = readEnvelope(event, context.source);
  const { id, type, source, dataversion: version, idempotencykey = id } = envelope;
  if (isReserved(type)) throw new BusError('reserved-name', { type });
  const data = readAttribute(event, 'data', context.source);
  if (!remember(hub, id)) return undefined;
  const publication: PublicationInProgress = {
    // What the event says of its contract, until the page's own is found.
    contract: { type, version } as AnyEventContract,
    // A name that no contract of the page has must not stay in the hub.
    topic: hub.topics.get(type) ?? createTopic(hub, type),
    source,
    options: { cause: false },
    adopted: { ...envelope, idempotencykey },
    isForeign: true,
    data,
  };
  try {
    return publish(publication, adopting(publishStages), context);
  } catch (error) {
    hub.adopted?.delete(id);
    throw error;
  }
}

/** Remembers the id of an event; answers whether it is new to this page. */
function remember(hub: Hub, id: string): boolean {
  hub.adopted ??= new Memory();
  if (id.startsWith(hub.prefix) || hub.adopted.has(id)) return false;
  hub.adopted.add(id, memory);
  return true;
}
