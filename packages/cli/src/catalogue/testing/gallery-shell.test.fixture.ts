import type { LockedContract } from '@busbar/governance/lock';
import { lockedVersion, objectOf } from './locked-version.test.fixture.ts';

const category = {
  title: 'Category',
  ...objectOf(
    {
      slug: { type: 'string', pattern: '^[a-z-]+$' },
      label: { type: 'string' },
      children: { type: 'array', items: { $ref: '#/$defs/Category' }, default: [] },
    },
    ['children'],
  ),
};

const menuChanged: LockedContract = {
  emitters: ['shell'],
  listeners: ['product-page', 'search'],
  versions: {
    1: lockedVersion(
      { ...objectOf({ root: { $ref: '#/$defs/Category' } }), $defs: { Category: category } },
      {
        summary: 'The tree of product categories was loaded',
        owner: 'team-shell',
        retain: 'latest',
        dom: 'out',
        examples: [{ root: { slug: 'home', label: 'Home', children: [{ slug: 'lighting', label: 'Lighting', children: [] }] } }],
      },
    ),
  },
};

const faultSwitched: LockedContract = {
  emitters: ['shell'],
  listeners: ['profile', 'checkout'],
  versions: {
    1: lockedVersion(objectOf({ fault: { enum: ['profile-throws', 'checkout-slow'] }, on: { type: 'boolean' } }), {
      summary: 'Somebody made a micro-frontend misbehave, or behave again',
      owner: 'team-shell',
      retain: 'by-key',
      examples: [{ fault: 'profile-throws', on: true }],
    }),
  },
};

const resultsPresented: LockedContract = {
  emitters: ['search'],
  listeners: ['analytics'],
  versions: {
    1: lockedVersion(
      objectOf(
        {
          query: { type: ['string', 'null'], maxLength: 200 },
          position: { type: 'array', prefixItems: [{ type: 'number' }, { type: 'number' }], items: false },
          filters: {
            type: 'object',
            additionalProperties: { anyOf: [{ type: 'string' }, { type: 'number' }, { type: 'boolean' }] },
          },
          experiments: { type: 'array', items: { type: 'string' }, deprecated: true },
        },
        ['experiments'],
      ),
      {
        summary: 'Search showed its results together with suggestions and the facets by which they can be narrowed down',
        owner: 'team-search',
        lifecycle: 'draft',
        unseen: ['#/properties/query'],
      },
    ),
  },
};

/** The events of the page around it all: recursion, a tuple, values of several types, a draft with a long name. */
export const shellContracts: Record<string, LockedContract> = {
  'shell:menuChanged': menuChanged,
  'shell:faultSwitched': faultSwitched,
  'shell:searchResultsPresentedWithSuggestionsAndFacets': resultsPresented,
};
