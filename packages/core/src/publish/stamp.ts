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
    const cause = (options.cause ?? hub.handling) || undefined;
    const made: Mutable<BusEvent> = {
      id: again?.id ?? hub.prefix + sequence,
      source,
      type: contract.type,
      time: Date.now(),
      sequence,
      dataversion: contract.version,
      data,
      hops: cause ? cause.hops + 1 : 0,
    };
    const event = again ? { ...again, ...made } : made;
    if (cause) {
      event.causationid = cause.id;
      event.correlationid = cause.correlationid ?? cause.id;
    }
    add(event, 'subject', options.subject);
    add(event, 'correlationid', options.correlationid);
    add(event, 'traceparent', options.traceparent ?? cause?.traceparent);
    add(event, 'tracestate', options.tracestate ?? cause?.tracestate);
    add(event, 'idempotencykey', options.idempotencykey);
    const ttl = options.ttl ?? contract.ttl;
    // What is sent again keeps the time to live that it had.
    if (ttl !== undefined && !again) event.expirytime = monotonicTime() + ttl;
    publication.event = Object.freeze(event);
  },
};

/** CloudEvents knows no empty attributes. */
function add(
  event: Mutable<BusEvent>,
  name: 'subject' | 'correlationid' | 'traceparent' | 'tracestate' | 'idempotencykey',
  value: string | undefined,
): void {
  if (value) event[name] = value;
}
