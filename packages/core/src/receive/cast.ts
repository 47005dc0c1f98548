import { BusError, isBusError } from '../bus-error.ts';
import type { AnyEventContract } from '../define-event.ts';
import type { BusEvent } from '../event.ts';
import type { Hub, Topic } from '../hub/hub.ts';
import { contractOfVersion } from '../hub/topic.ts';
import { parsePayload } from '../parse-payload.ts';
import type { ReceiveStage } from './receive-stage.ts';

/** Guarantees: the payload satisfies the receiver's own contract, whatever version was emitted. */
export const cast: ReceiveStage = {
  name: 'cast',
  run(reception, { bus, contracts, record }) {
    const { event } = reception;
    const contract = contracts.get(event.type);
    if (!contract) return undefined;
    try {
      reception.event = castEvent(event, contract, bus.hub, record.source);
      return undefined;
    } catch (error) {
      return { reject: error };
    }
  },
};

/**
 * The event as a contract of another version understands it; the same event where there is nothing to cast.
 *
 * Walks up by the receiver's `upcast`, down by the `downcast` of the newer contract that the page knows. Where a step
 * is missing the payload stays as it is. Either way the receiver's schema decides.
 *
 * @throws BusError `cast-failed`, with the cast's or the schema's error as its cause.
 */
export function castEvent(event: BusEvent, contract: AnyEventContract, hub: Hub, source: string): BusEvent {
  const { type, dataversion: from } = event;
  const to = contract.version;
  const topic = hub.topics.get(type);
  if (from === to && !topic?.drifted.has(to)) return event;
  try {
    const data = from < to ? lift(event, contract) : lower(event, to, topic);
    return Object.freeze({ ...event, dataversion: to, data: parsePayload(contract, data, source, hub.limits) });
  } catch (error) {
    throw isBusError(error, 'cast-failed') ? error : new BusError('cast-failed', { type, from, to, source }, error);
  }
}

function lift({ dataversion, data }: BusEvent, { version, upcast }: AnyEventContract): unknown {
  let lifted: unknown = data;
  for (let step = dataversion; step < version; step++) lifted = applied(upcast?.[step], lifted);
  return lifted;
}

function lower({ dataversion, data }: BusEvent, version: number, topic: Topic | undefined): unknown {
  let lowered: unknown = data;
  const newer = contractOfVersion(topic, dataversion);
  for (let step = dataversion - 1; step >= version; step--) lowered = applied(newer?.downcast?.[step], lowered);
  return lowered;
}

function applied(cast: ((data: unknown) => unknown) | undefined, data: unknown): unknown {
  const result = cast ? cast(data) : data;
  if (!(result instanceof Promise)) return result;
  result.catch(() => {});
  throw new Error('The cast answered with a promise. It must answer at once.');
}
