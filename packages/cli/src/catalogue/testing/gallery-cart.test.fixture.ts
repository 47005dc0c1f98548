import type { LockedContract } from '@busbar/governance/lock';
import { lockedVersion, objectOf } from './locked-version.test.fixture.ts';

const sku = { type: 'string', minLength: 1, description: 'What the warehouse calls the product' };
const quantity = { type: 'integer', minimum: 1, maximum: Number.MAX_SAFE_INTEGER };
const price = { type: 'integer', minimum: 0, description: 'For one piece, in euro cents. 0 where nobody knew it.' };
const currency = { enum: ['EUR', 'SEK', 'NOK'], default: 'EUR' };
const line = objectOf({ sku, name: { type: 'string' }, price, quantity });
const lamp = { sku: 'lamp-01', name: 'Desk lamp', price: 12_900, quantity: 1 };

const itemAdded: LockedContract = {
  emitters: ['shell', 'product-page'],
  listeners: ['cart', 'checkout', 'recommendations'],
  versions: {
    1: lockedVersion(objectOf({ sku, quantity }), {
      summary: 'A product was put into the cart',
      owner: 'team-cart',
      lifecycle: { deprecated: '2026-09-01' },
      examples: [{ sku: 'lamp-01', quantity: 1 }],
    }),
    2: lockedVersion(line, {
      summary: 'A product was put into the cart',
      owner: 'team-cart',
      casts: { up: [1], down: [1] },
      examples: [lamp],
    }),
    3: lockedVersion(objectOf({ ...(line['properties'] as object), currency }, ['currency']), {
      output: { ...objectOf({ ...(line['properties'] as object), currency }), additionalProperties: false },
      summary: 'A product was put into the cart',
      owner: 'team-cart',
      tags: ['funnel'],
      casts: { up: [1, 2], down: [1] },
      examples: [lamp, { ...lamp, sku: 'kettle-02', name: 'Stove kettle', price: 7_450, currency: 'SEK' }],
    }),
  },
};

const changed: LockedContract = {
  emitters: ['cart'],
  listeners: ['shell', 'checkout', 'recommendations'],
  reads: {
    shell: { 1: ['/count'] },
    checkout: { 1: ['/count', '/lines', '/lines/*', '/lines/*/name', '/lines/*/price', '/lines/*/quantity', '/total'] },
  },
  versions: {
    1: lockedVersion(
      objectOf({
        lines: { type: 'array', items: line, maxItems: 200 },
        count: { type: 'integer', minimum: 0 },
        total: { type: 'integer', minimum: 0, description: 'In euro cents' },
        discounts: {
          type: 'object',
          additionalProperties: { type: 'integer', maximum: 0 },
          propertyNames: { pattern: '^[A-Z0-9]+$' },
        },
      }),
      {
        summary: 'The cart holds these lines now',
        owner: 'team-cart',
        retain: 'latest',
        examples: [{ lines: [lamp], count: 1, total: 12_900, discounts: { WELCOME10: -1_290 } }],
      },
    ),
  },
};

const itemRemoved: LockedContract = {
  emitters: ['cart'],
  listeners: ['recommendations'],
  versions: {
    1: lockedVersion(objectOf({ sku }), {
      summary: 'A line was taken out of the cart',
      owner: 'team-cart',
      lifecycle: { deprecated: '2027-03-31', successor: 'cart:quantityChanged' },
      examples: [{ sku: 'lamp-01' }],
    }),
  },
};

const quantityChanged: LockedContract = {
  emitters: ['cart'],
  listeners: ['recommendations', 'analytics'],
  versions: {
    1: lockedVersion(objectOf({ sku, quantity: { ...quantity, minimum: 0 } }), {
      summary: 'Somebody wants more or fewer of a line in the cart, or none of it any more',
      owner: 'team-cart',
      ttl: 60_000,
      examples: [{ sku: 'lamp-01', quantity: 3 }],
    }),
  },
};

/** The events of the cart: several versions with casts, a default, a record, a deprecation. */
export const cartContracts: Record<string, LockedContract> = {
  'cart:itemAdded': itemAdded,
  'cart:changed': changed,
  'cart:itemRemoved': itemRemoved,
  'cart:quantityChanged': quantityChanged,
};
