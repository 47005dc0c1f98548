import type { EmitOptions } from '../bus.ts';
import type { BusEvent } from '../event.ts';
import type { Hub } from '../hub/hub.ts';
import type { PublicationInProgress, PublishStage } from './publish-stage.ts';

/** Guarantees: the event exists, immutable, and says where it came from. */
export const stamp: PublishStage = {
  name: 'stamp',
  run(publication, { hub }) {
    publication.event = Object.freeze(envelope(publication, hub));
    return undefined;
  },
};

function envelope({ contract, source, data, options, redriven }: PublicationInProgress, hub: Hub): BusEvent {
  const time = Date.now();
  const sequence = ++hub.sequence;
  const event: Mutable<BusEvent> = {
    id: redriven?.event.id ?? hub.prefix + sequence,
    source,
    type: contract.type,
    time,
    sequence,
    dataversion: contract.version,
    data,
    hops: 0,
  };
  const cause = options.cause ?? hub.handling;
  if (cause) carryOn(event, cause);
  if (options !== noOptions) addOptions(event, options);
  const ttl = options.ttl ?? contract.ttl;
  if (ttl !== undefined) event.expirytime = time + ttl;
  if (redriven) event.redriveof = redriven.id;
  return event;
}

/** The options of an emit that gave none. */
export const noOptions: EmitOptions = {};

type Mutable<Event> = { -readonly [Field in keyof Event]: Event[Field] };

function carryOn(event: Mutable<BusEvent>, cause: BusEvent): void {
  event.causationid = cause.id;
  event.correlationid = cause.correlationid ?? cause.id;
  event.hops = cause.hops + 1;
  if (cause.traceparent !== undefined) event.traceparent = cause.traceparent;
  if (cause.tracestate !== undefined) event.tracestate = cause.tracestate;
}

function addOptions(event: Mutable<BusEvent>, options: EmitOptions): void {
  for (const name of ['subject', 'correlationid', 'traceparent', 'tracestate', 'idempotencykey'] as const) {
    if (options[name] !== undefined) event[name] = options[name];
  }
}
