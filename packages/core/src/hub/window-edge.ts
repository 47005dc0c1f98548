import type { AnyEventContract } from '../define-event.ts';
import type { BusEvent } from '../event.ts';
import type { Hub, Topic } from './hub.ts';

/** Says whether the events of a topic are shown to plain listeners: not where `dom` says `off`, nor where a field is personal. */
export function isMirrored(hub: Hub, topic: Topic): boolean {
  if (!hub.window) return false;
  topic.mirrored ??=
    topic.dom !== 'off' && topic.contracts.every(({ contract }) => contract.dom !== undefined || !isPersonal(contract));
  return topic.mirrored;
}

/** Shows an event to plain listeners, its payload as `detail`. Called from the hub's queue, never inside a dispatch. */
export function dispatchToWindow(hub: Hub, event: BusEvent): void {
  const custom = new CustomEvent(event.type, { detail: event.data });
  hub.mirrored.add(custom);
  hub.window?.dispatchEvent(custom);
}

/**
 * Hears the plain CustomEvents of a name, those that bubble up from the document and its elements included.
 *
 * Listens in the capture phase, so that a plain listener's `stopPropagation` further down does not silence the bus.
 */
export function hearFromWindow(hub: Hub, type: string, adopt: (detail: unknown) => void): void {
  hub.window?.addEventListener(
    type,
    (event) => {
      if (hub.mirrored.has(event) || (!event.bubbles && event.target !== hub.window)) return;
      adopt((event as CustomEvent).detail ?? undefined);
    },
    { capture: true },
  );
}

function isPersonal({ tags, schema }: AnyEventContract): boolean {
  if (tags?.includes('pii')) return true;
  try {
    const standard = schema['~standard'] as { jsonSchema?: { input(options: { target: string }): unknown } };
    return JSON.stringify(standard.jsonSchema?.input({ target: 'draft-2020-12' }))?.includes('"pii"') ?? false;
  } catch {
    // A schema that JSON Schema cannot express carries no readable tags; `tags` on the contract still count.
    return false;
  }
}
