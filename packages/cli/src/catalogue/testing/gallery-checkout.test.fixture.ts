import type { LockedContract } from '@busbar/governance/lock';
import { lockedVersion, objectOf } from './locked-version.test.fixture.ts';

const money = { type: 'integer', minimum: 0, description: 'In euro cents' };
const address = objectOf(
  {
    street: { type: 'string' },
    postcode: { type: 'string', pattern: '^[0-9A-Z -]{3,10}$' },
    city: { type: 'string' },
    country: { enum: ['DE', 'SE', 'NO', 'FR', 'NL'] },
  },
  ['country'],
);
const addressTags = (place: string) => ({
  [`${place}/street`]: ['pii'],
  [`${place}/postcode`]: ['pii'],
  [`${place}/city`]: ['pii'],
});

const started: LockedContract = {
  emitters: ['checkout'],
  listeners: ['analytics', 'shell'],
  versions: {
    1: lockedVersion(objectOf({ count: { type: 'integer', exclusiveMinimum: 0 }, total: money }), {
      summary: 'Somebody began to check out the cart',
      owner: 'team-checkout',
      tags: ['funnel'],
      examples: [{ count: 2, total: 25_800 }],
    }),
  },
};

const orderPlaced: LockedContract = {
  emitters: ['checkout'],
  listeners: ['profile', 'analytics', 'shell'],
  versions: {
    1: lockedVersion(objectOf({ number: { type: 'string' }, total: money }), {
      summary: 'An order was placed',
      owner: 'team-checkout',
      examples: [{ number: 'L-2041', total: 25_800 }],
    }),
    2: lockedVersion(
      {
        ...objectOf({
          number: { type: 'string', minLength: 1, description: 'What the customer finds on the invoice' },
          placedAt: { type: 'string', format: 'date-time' },
          billTo: { $ref: '#/$defs/Address' },
          shipTo: { anyOf: [{ $ref: '#/$defs/Address' }, { type: 'null' }], description: 'Null where it is where the bill goes' },
          total: money,
        }),
        $defs: { Address: { title: 'Address', ...address } },
      },
      {
        summary: 'An order was placed',
        owner: 'team-checkout',
        retain: 20,
        tags: ['funnel', 'pii'],
        fieldTags: { ...addressTags('/billTo'), ...addressTags('/shipTo') },
        casts: { up: [1], down: [] },
        examples: [
          {
            number: 'L-2041',
            placedAt: '2026-11-22T15:04:05Z',
            billTo: { street: 'Storgatan 1', postcode: '111 22', city: 'Stockholm', country: 'SE' },
            shipTo: null,
            total: 25_800,
          },
        ],
      },
    ),
  },
};

const card = objectOf({
  method: { const: 'card' },
  last4: { type: 'string', pattern: '^[0-9]{4}$' },
  network: { type: 'string' },
});
const invoice = objectOf({
  method: { const: 'invoice' },
  dueInDays: { type: 'integer', minimum: 1, maximum: 90 },
  email: { type: 'string', format: 'email' },
});
const voucher = objectOf({
  method: { const: 'voucher' },
  codes: { type: 'array', items: { type: 'string', minLength: 8 }, minItems: 1, uniqueItems: true },
});

const paymentAuthorized: LockedContract = {
  emitters: ['payment'],
  listeners: ['checkout', 'analytics'],
  versions: {
    1: lockedVersion(objectOf({ order: { type: 'string' }, amount: money, payment: { oneOf: [card, invoice, voucher] } }), {
      summary: 'The bank or the voucher desk said yes to a payment',
      owner: 'team-payment',
      dom: 'off',
      fieldTags: { '/payment/email': ['pii'], '/payment/last4': ['payment-data'] },
      rules: [{ path: '#/properties/amount', id: 'amount-covers-order' }],
      examples: [{ order: 'L-2041', amount: 25_800, payment: { method: 'card', last4: '4242', network: 'Visa' } }],
    }),
  },
};

/** The events of the way to an order: personal data, shapes that are told by a field, a definition that is used twice. */
export const checkoutContracts: Record<string, LockedContract> = {
  'checkout:started': started,
  'checkout:orderPlaced': orderPlaced,
  'checkout:paymentAuthorized': paymentAuthorized,
};
