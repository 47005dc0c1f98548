import { type BusEvent, toCloudEvent } from '@busbar/core';
import { faultOf } from './plain-data.ts';

const texts = ['subject', 'causationid', 'correlationid', 'traceparent', 'tracestate', 'idempotencykey', 'redriveof'] as const;

/** What is wrong with an event that somebody was given, if anything is. */
export function faultOfEvent(event: BusEvent, isProduction: boolean): string | undefined {
  if (!Object.isFrozen(event)) return 'it is not frozen';
  const payload = faultOf(event.data);
  if (payload) return `its payload has ${payload}`;
  if (isProduction) return undefined;
  if ([event.id, event.source, event.type].some((text) => typeof text !== 'string' || text === ''))
    return 'it lacks an id, a source or a type';
  const odd = texts.find((name) => event[name] !== undefined && (typeof event[name] !== 'string' || event[name] === ''));
  if (odd) return `its ${odd} is no text`;
  const { time, sequence, hops, expirytime = 0 } = event;
  if (!Number.isFinite(time) || typeof expirytime !== 'number' || Number.isNaN(expirytime)) return 'one of its times is none';
  if (![sequence, hops].every((number) => Number.isFinite(number) && number >= 0)) return 'one of its counts is none';
  return faultOfCloudEvent(event);
}

function faultOfCloudEvent(event: BusEvent): string | undefined {
  try {
    return toCloudEvent(event).id === event.id ? undefined : 'its CloudEvent has another id';
  } catch (error) {
    return `it is no CloudEvent: ${error}`;
  }
}
