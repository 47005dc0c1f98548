import type { AnyEventContract } from '../define-event.ts';
import type { BusEvent } from '../event.ts';
import { jsonSchemaOf } from '../json-schema.ts';
import type { Hub, Topic } from './hub.ts';
import { settleLetter } from './letters.ts';

/** What CustomEvents that Busbar dispatched itself are told by, whichever copy did. Cheaper than a set of them. */
const brand = Symbol.for('busbar.mirrored');
type Branded = Event & { [brand]?: true };

/** How a topic and `window` meet: what the most careful of its contracts says; `off` where a field is personal and none says otherwise. */
export function domOf(topic: Topic): NonNullable<Topic['dom']> {
  if (!topic.dom) {
    const wishes = topic.contracts.map(({ contract }) => contract.dom ?? (isPersonal(contract) ? 'off' : 'both'));
    topic.dom = wishes.includes('off') ? 'off' : wishes.includes('out') ? 'out' : 'both';
  }
  return topic.dom;
}

/** How many events may wait to be shown to `window`. */
export const mirrorBound = 10_000;

/** Whether the events of a topic are shown to `window`. */
export function isMirrored(hub: Hub, topic: Topic | undefined): boolean {
  return hub.window !== undefined && topic !== undefined && domOf(topic) !== 'off';
}

/** Shows an event to plain listeners when its turn on the hub's queue comes, never inside a dispatch; answers whether there was room for it. */
export function showToWindow(hub: Hub, event: BusEvent): boolean {
  if (hub.mirroring >= mirrorBound) return false;
  hub.mirroring++;
  hub.queue.push({
    run() {
      hub.mirroring--;
      dispatchToWindow(hub, event);
      settleLetter(hub, event);
      return true;
    },
  });
  return true;
}

/** The payload is the `detail`. */
function dispatchToWindow(hub: Hub, event: BusEvent): void {
  const custom: Branded = new CustomEvent(event.type, { detail: event.data });
  custom[brand] = true;
  // What plain listeners dispatch in answer has the event for its cause, so that rings through them end, too.
  hub.handling = event;
  hub.window?.dispatchEvent(custom);
  hub.handling = undefined;
}

/**
 * Hears the plain CustomEvents of a topic, those that bubble up from the document and its elements included.
 *
 * Listens in the capture phase, so that a plain listener's `stopPropagation` further down does not silence the bus.
 */
export function hearFromWindow(hub: Hub, topic: Topic, adopt: (detail: unknown) => void): void {
  if (topic.heard) return;
  topic.heard = true;
  hub.window?.addEventListener(
    topic.type,
    (event: Branded) => {
      const foreign = !event[brand] && (event.bubbles || event.target === hub.window);
      if (foreign && domOf(topic) === 'both') adopt(detailOf(event as CustomEvent));
    },
    true,
  );
}

/** An event without a detail says `null`. One whose detail cannot be read is passed on as what copying will refuse. */
function detailOf(event: CustomEvent): unknown {
  try {
    return event.detail ?? undefined;
  } catch (error) {
    return {
      get detail() {
        throw error;
      },
    };
  }
}

/** Whether a contract is tagged `pii`, or has a field that is. */
export function isPersonal({ tags, schema }: Pick<AnyEventContract, 'tags' | 'schema'>): boolean {
  try {
    return tags?.includes('pii') || jsonSchemaOf(schema)?.includes('"pii"') || false;
  } catch {
    // What cannot be looked at may be.
    return true;
  }
}
