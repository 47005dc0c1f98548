import type { ExportedContract } from '../exported-contract.ts';

const text = { type: 'string' };
const words = { ...text, minLength: 1 };
const time = { ...text, format: 'date-time' };

/** The CloudEvents 1.0 context attributes of an event of this contract, as JSON Schema. */
export function messageHeaders({ type, version }: ExportedContract): object {
  return {
    type: 'object',
    required: ['id', 'source', 'specversion', 'type', 'time', 'dataversion'],
    properties: {
      specversion: { const: '1.0' },
      id: { ...words, description: 'Unique among all events of all sources.' },
      source: { ...words, format: 'uri-reference', description: 'The micro-frontend that emitted the event.' },
      type: { const: type },
      time: { ...time, description: 'When it was emitted.' },
      datacontenttype: { const: 'application/json' },
      dataversion: { const: version, description: 'The version of the contract that the payload satisfies.' },
      subject: { ...words, description: 'What the event is about.' },
      sequence: { ...words, description: 'Its place in the order of the whole page.' },
      causationid: { ...words, description: 'The id of the event that this one answers.' },
      correlationid: { ...words, description: 'What all events of one interaction have in common.' },
      hops: { type: 'integer', minimum: 0, description: 'How many causes lie before it.' },
      traceparent: { ...text, description: 'W3C trace context.' },
      tracestate: { ...text, description: 'W3C trace state.' },
      expirytime: { ...time, description: 'After this moment nobody is given the event any more.' },
      idempotencykey: { ...text, description: 'Two events with the same key are handled once.' },
    },
  };
}
