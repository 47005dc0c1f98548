import type { StandardSchemaV1 } from '@standard-schema/spec';
import type { Payload } from '../../contestants/contestant.ts';

/** The payload, checked by hand: what is left when no library does it. */
export const item: StandardSchemaV1<Payload> = {
  '~standard': {
    version: 1,
    vendor: 'by-hand',
    validate: (value) => (isItem(value) ? { value } : { issues: [{ message: 'is no item' }] }),
  },
};

function isItem(value: unknown): value is Payload {
  const { sku, quantity, price, gift } = Object(value) as Record<keyof Payload, unknown>;
  const isPositive = Number.isInteger(quantity) && (quantity as number) > 0;
  return typeof sku === 'string' && isPositive && typeof price === 'number' && typeof gift === 'boolean';
}
