import type { BusEvent } from '@busbar/core';
import type { SagaEvent, SagaEventName, SagaInstance, SagaPayloads } from '../state/saga-events.ts';

/**
 * Makes an event of an instance, at its place among the events of that instance.
 *
 * Its id follows from the place, so that an append which is tried again is told from another event. All but the first have
 * the first for their cause: chains of causes stay short, however long the saga.
 */
export function toSagaEvent<Name extends SagaEventName>(
  source: string,
  name: Name,
  data: SagaPayloads[Name],
  start: BusEvent,
  place: number,
): SagaEvent {
  const { saga, id }: SagaInstance = data;
  const { traceparent, tracestate } = start;
  const idAt = (place: number): string => `${saga}/${start.id}/${place}`;
  return {
    id: idAt(place),
    source,
    type: `saga:${name}`,
    time: Date.now(),
    dataversion: 1,
    data,
    subject: id,
    causationid: place === 0 ? start.id : idAt(0),
    correlationid: start.correlationid ?? start.id,
    hops: start.hops + (place === 0 ? 1 : 2),
    ...(traceparent && { traceparent }),
    ...(tracestate && { tracestate }),
  } as unknown as SagaEvent;
}
