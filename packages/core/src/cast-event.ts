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
  const apply = (step: Cast | undefined): void => {
    if (!step) return;
    data = step(data);
    if (isLate(data)) throw new TypeError(`It answered ${data}.`);
  };
  try {
    for (let version = from; version < to; version++) apply(contract.upcast?.[version]);
    const downcast = contractOf(topic, from)?.downcast;
    for (let version = from - 1; downcast && version >= to; version--) apply(downcast[version]);
    return Object.freeze({ ...event, dataversion: to, data: parsePayload(contract, data, event.source, hub.limits) });
  } catch (error) {
    throw new BusError('cast-failed', { type, from, to, source }, error);
  }
}
