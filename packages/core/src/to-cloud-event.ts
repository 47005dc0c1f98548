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
  const { source, time, sequence, expirytime } = event;
  const written = {
    specversion: '1.0',
    ...event,
    // Half a character, which no text can be encoded with, becomes the sign for an unknown one.
    source: encodeURI(source.replace(/\p{Surrogate}/gu, '\ufffd')),
    time: timestamp(time),
    sequence: String(sequence),
    expirytime: timestamp(expirytime),
    datacontenttype: 'application/json',
  };
  // What is undefined is not written, so it is gone from what is read again.
  return JSON.parse(JSON.stringify(written, bigintsAsText));
}

/** Absent where there is none to write: an event may live for ever. */
function timestamp(time = Infinity): string | undefined {
  return Math.abs(time) <= 8.64e15 ? new Date(time).toISOString() : undefined;
}

function bigintsAsText(_key: string, value: unknown): unknown {
  return typeof value === 'bigint' ? String(value) : value;
}
