import { BusError } from './bus-error.ts';
import type { AnyEventContract, Cast } from './define-event.ts';
import type { BusEvent } from './event.ts';
import type { Hub } from './hub/hub.ts';
import { contractOf } from './hub/topic.ts';
import { isLate } from './is-thenable.ts';
import { parsePayload } from './parse-payload.ts';

/**
 * The event as a contract of another version understands it; the same event where there is nothing to cast.
 *
 * Walks up by the contract's `upcast`, down by the `downcast` of the newer contract that the page knows. Where a step
 * is missing the payload stays as it is. Either way the contract's schema decides.
 *
 * @throws BusError `cast-failed`, with the cast's or the schema's error as its cause.
 */
export function castEvent(event: BusEvent, contract: AnyEventContract, hub: Hub, source: string): BusEvent {
  const { type, dataversion: from } = event;
  const to = contract.version;
  const topic = hub.topics.get(type);
  if (from === to && !topic?.drifted.has(to)) return event;
  let { data } = event;
  try {
    const up = castsBetween(from, to, contract.upcast);
    const down = castsBetween(to, from, contractOf(topic, from)?.downcast).reverse();
    for (const step of [...up, ...down]) {
      data = step(data);
      if (isLate(data)) throw new TypeError(`It answered ${data}.`);
    }
    return Object.freeze({ ...event, dataversion: to, data: parsePayload(contract, data, event.source, hub.limits) });
  } catch (error) {
    throw new BusError('cast-failed', { type, from, to, source }, error);
  }
}

/** Looks at the casts that there are, not at every version: the two may be far apart. */
function castsBetween(low: number, high: number, casts: Readonly<Record<number, Cast>> = {}): Cast[] {
  const versions = Object.keys(casts).map(Number);
  return versions.filter((version) => version >= low && version < high).map((version) => casts[version]!);
}
