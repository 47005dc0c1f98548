import type { LockedContract } from '@busbar/governance/lock';
import { lockedVersion, objectOf } from './locked-version.test.fixture.ts';

const details = objectOf({
  name: { type: 'string', minLength: 1 },
  email: { type: 'string', format: 'email' },
  street: { type: 'string' },
  postcode: { type: 'string' },
  city: { type: 'string' },
});

const detailsChanged: LockedContract = {
  emitters: ['profile'],
  listeners: ['checkout'],
  versions: {
    1: lockedVersion(details, {
      summary: 'The customer gave another name or address',
      owner: 'team-profile',
      tags: ['pii'],
      retain: 'latest',
      dom: 'off',
      fieldTags: { '/name': ['pii'], '/email': ['pii'], '/street': ['pii'], '/postcode': ['pii'], '/city': ['pii'] },
      examples: [
        { name: 'Ada Lindqvist', email: 'ada@example.org', street: 'Storgatan 1', postcode: '111 22', city: 'Stockholm' },
      ],
    }),
  },
};

const signedOut: LockedContract = {
  emitters: ['profile', 'shell'],
  listeners: ['cart', 'checkout', 'recommendations', 'analytics'],
  versions: {
    1: lockedVersion(
      { type: 'object', properties: {}, additionalProperties: false },
      {
        summary: 'The customer signed out, or the session came to its end',
        owner: 'team-profile',
      },
    ),
  },
};

const consentGiven: LockedContract = {
  emitters: [],
  listeners: ['analytics'],
  versions: {
    1: lockedVersion(
      objectOf({ purposes: { type: 'array', items: { enum: ['statistics', 'marketing', 'personalisation'] }, minItems: 1 } }),
      {
        summary: 'The customer agreed to what their data may be used for',
        owner: 'team-profile',
        lifecycle: 'draft',
        tags: ['privacy'],
        examples: [{ purposes: ['statistics'] }],
      },
    ),
  },
};

/** The events of the customer: fields that are personal, a payload without fields, an event that nobody emits yet. */
export const profileContracts: Record<string, LockedContract> = {
  'profile:detailsChanged': detailsChanged,
  'profile:signedOut': signedOut,
  'profile:consentGiven': consentGiven,
};
