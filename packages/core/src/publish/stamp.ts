import type { BusEvent } from '../event.ts';
import { monotonicTime } from '../monotonic-time.ts';
import type { PublishStage } from './publish-stage.ts';

type Mutable<Event> = { -readonly [Field in keyof Event]: Event[Field] };

/** Guarantees: the event exists, immutable, and says where it came from. */
export const stamp: PublishStage = {
  name: 'stamp',
  run(publication, { hub }) {
    const { contract, source, data, options, again, adopted } = publication;
    const sequence = ++hub.sequence;
    if (adopted) {
      publication.event = Object.freeze({ ...adopted, dataversion: contract.version, sequence, data });
      return;
    }
    const event: Mutable<BusEvent> = {
      ...again,
      id: again?.id ?? hub.prefix + sequence,
      source,
      type: contract.type,
      time: Date.now(),
      sequence,
      dataversion: contract.version,
      data,
      hops: 0,
    };
    const cause = options.cause ?? hub.handling;
    if (cause) {
      event.hops = cause.hops + 1;
      event.causationid = cause.id;
      event.correlationid = cause.correlationid ?? cause.id;
    }
    for (const name of ['subject', 'correlationid', 'traceparent', 'tracestate', 'idempotencykey'] as const) {
      const value = options[name] ?? (cause && name.startsWith('trace') ? cause[name] : undefined);
      // CloudEvents knows no empty attributes.
      if (value) event[name] = value;
    }
    const ttl = options.ttl ?? contract.ttl;
    // What is sent again keeps the time to live that it had.
    if (ttl !== undefined && !again) event.expirytime = monotonicTime() + ttl;
    publication.event = Object.freeze(event);
  },
};
