import { defineEvents, type EventContract } from '@busbar/core';

type SchemaOf<Data> = EventContract<string, Data>['schema'];

/** A schema without a library: the suite asks for none. */
function schema<Data>(expected: string, fits: (data: unknown) => boolean): SchemaOf<Data> {
  const validate = (value: unknown) =>
    fits(value) ? { value: value as Data } : { issues: [{ message: `expected ${expected}` }] };
  return { '~standard': { version: 1, vendor: 'busbar-conformance', validate } };
}

const text = schema<string>('a text', (data) => typeof data === 'string');

/** What a cart holds. */
export interface CartState {
  readonly count: number;
  readonly total: number;
}

/** What is emitted in the cases. */
export const cart = defineEvents('cart', {
  itemAdded: { version: 1, schema: text },
  itemRemoved: { version: 1, schema: text },
  changed: {
    version: 1,
    schema: schema<CartState>('a cart', (data) => typeof data === 'object' && data !== null),
    retain: 'latest',
  },
  noted: { version: 1, schema: text, retain: 5 },
  couponChanged: {
    version: 1,
    schema: schema<string | null>('a text or null', (data) => data === null || typeof data === 'string'),
  },
});

/** Comes after everything else, so that who has heard it knows that the others were delivered. */
export const control = defineEvents('control', { settled: { version: 1, schema: text } });
