import type { BusEvent } from './event.ts';

/** An event in the JSON format of CloudEvents 1.0. */
export interface CloudEvent {
  readonly specversion: '1.0';
  readonly id: string;
  readonly source: string;
  readonly type: string;
  readonly time: string;
  readonly datacontenttype: 'application/json';
  readonly data?: unknown;
  readonly [extension: string]: unknown;
}

/**
 * Writes an event in the JSON format of CloudEvents 1.0: times as RFC 3339 text, `sequence` as text, absent attributes left out.
 *
 * `data` is what JSON can say of it: a bigint becomes its decimal text. Sources that are no URI reference are encoded.
 *
 * @see https://github.com/cloudevents/spec/blob/v1.0.2/cloudevents/formats/json-format.md
 * @example
 * await fetch('/events', { method: 'POST', body: JSON.stringify(toCloudEvent(event)) });
 */
export function toCloudEvent(event: BusEvent): CloudEvent {
  const { data, time, sequence, expirytime, source, ...attributes } = event;
  const present = Object.fromEntries(Object.entries(attributes).filter(([, value]) => value !== undefined));
  return {
    specversion: '1.0',
    ...(present as Pick<BusEvent, 'id' | 'type'>),
    source: encodeURI(source),
    time: new Date(time).toISOString(),
    sequence: String(sequence),
    ...(expirytime !== undefined && { expirytime: new Date(expirytime).toISOString() }),
    datacontenttype: 'application/json',
    ...(data !== undefined && { data: JSON.parse(JSON.stringify(data, bigintsAsText)) }),
  };
}

function bigintsAsText(_key: string, value: unknown): unknown {
  return typeof value === 'bigint' ? String(value) : value;
}
