import type { AnyEventContract } from '../define-event.ts';
import type { BusEvent } from '../event.ts';
import { jsonSchemaOf } from '../json-schema.ts';
import { mayMention } from '../may-mention.ts';
import type { Job } from './delivery-queue.ts';
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
  hub.queue.push(new Showing(hub, event));
  return true;
}

/** The job that shows one event. */
class Showing implements Job {
  readonly #hub: Hub;
  readonly #event: BusEvent;

  constructor(hub: Hub, event: BusEvent) {
    this.#hub = hub;
    this.#event = event;
  }

  run(): true {
    this.#hub.mirroring--;
    dispatchToWindow(this.#hub, this.#event);
    settleLetter(this.#hub, this.#event);
    return true;
  }
}

/** The payload is the `detail`. */
function dispatchToWindow(hub: Hub, event: BusEvent): void {
  const { type, data } = event;
  let custom: Branded & CustomEvent = new CustomEvent(type);
  // Browsers take a tenth of a microsecond longer to read it from an object of options.
  if (custom.initCustomEvent) custom.initCustomEvent(type, false, false, data);
  else custom = new CustomEvent(type, { detail: data });
  custom[brand] = true;
  // What plain listeners dispatch in answer has the event for its cause, so that rings through them end, too.
  hub.handling = event;
  hub.window!.dispatchEvent(custom);
  hub.handling = undefined;
}

/**
 * Hears the plain CustomEvents of a topic, those that bubble up from the document and its elements included.
 *
 * Listens in the capture phase, so that a plain listener's `stopPropagation` further down does not silence the bus.
 * Browsers call a listener for as much as they dispatch an event, so there is none where nothing is to be heard.
 */
export function hearFromWindow(hub: Hub, topic: Topic, adopt: (detail: unknown) => void): void {
  const { window } = hub;
  const { type, heard, contracts } = topic;
  // Personal fields are looked for at the first event, since finding them costs.
  if (heard || contracts.some(({ contract: { dom = 'both' } }) => dom !== 'both')) return;
  topic.heard = true;
  const hear = (event: Branded): void => {
    // It never gets wider again.
    if (domOf(topic) !== 'both') window?.removeEventListener(type, hear, true);
    else if (!event[brand] && (event.bubbles || event.target === window)) adopt(detailOf(event as CustomEvent));
  };
  window?.addEventListener(type, hear, true);
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
    return tags?.includes('pii') || (mayMention('pii', schema) && jsonSchemaOf(schema)?.includes('"pii"')) || false;
  } catch {
    // What cannot be looked at may be.
    return true;
  }
}
