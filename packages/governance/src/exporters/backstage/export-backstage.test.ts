import { Parser } from '@asyncapi/parser';
import { describe, expect, it } from 'vitest';
import { parseAllDocuments } from 'yaml';
import { contractOf } from '../any-payload.test.fixture.ts';
import { exportBackstage } from './export-backstage.ts';

const pii = { fieldTags: { '/email': ['PII data'] } };
const person = { type: 'object', properties: { email: { type: 'string' } } };
const contracts = [
  contractOf(person, { type: 'profile:detailsChanged', owner: 'team-profile', ...pii }),
  contractOf(true, { type: 'cart:emptied', owner: 'team-cart', lifecycle: 'draft' }),
  contractOf(true, { type: 'cart:changed', owner: 'team-basket', lifecycle: { deprecated: '2027-01-31' } }),
];

function entities() {
  return parseAllDocuments(exportBackstage(contracts).files[0]!.text).map((document) => document.toJS());
}

describe('the export to Backstage', () => {
  it('has an API for each domain, with owner, life and tags', () => {
    const [cart, profile] = entities();
    expect(cart).toMatchObject({
      kind: 'API',
      metadata: { name: 'cart' },
      spec: { lifecycle: 'experimental', owner: 'team-basket' },
    });
    expect(profile).toMatchObject({ metadata: { tags: ['pii-data'] }, spec: { lifecycle: 'production', owner: 'team-profile' } });
  });

  it('defines each API by an AsyncAPI document that its parser takes', { timeout: 20_000 }, async () => {
    const { document, diagnostics } = await new Parser().parse(entities()[0].spec.definition);
    expect(diagnostics.filter(({ severity }) => severity === 0)).toEqual([]);
    expect(
      document!
        .channels()
        .all()
        .map((channel) => channel.address()),
    ).toEqual(['cart:changed', 'cart:emptied']);
  });

  it('notes that a domain with two owners is given to one', () => {
    const { notes } = exportBackstage(contracts);
    expect(notes.map(({ message }) => message)).toContain(
      'An API has one owner in Backstage, and “cart” has several: it is given to team-basket.',
    );
  });
});
