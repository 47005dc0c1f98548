import { defineEvent } from '@busbar/core';
import { describe, expect, it } from 'vitest';
import * as z from 'zod';
import { fixture, fixtures } from './fixture.ts';

const placed = defineEvent('order:placed', {
  version: 1,
  schema: z.object({
    id: z.string(),
    customer: z.object({ name: z.string(), city: z.string() }),
    lines: z.array(z.object({ sku: z.string() })),
  }),
  examples: [
    { id: 'O-1', customer: { name: 'Ada', city: 'London' }, lines: [{ sku: 'A-1' }, { sku: 'A-2' }] },
    { id: 'O-2', customer: { name: 'Bob', city: 'Paris' }, lines: [] },
  ],
});

describe('fixture', () => {
  it('is the first example of the contract', () => {
    expect(fixture(placed)).toEqual(placed.examples![0]);
  });

  it('merges a part into it, in which lists are taken as a whole', () => {
    expect(fixture(placed, { customer: { city: 'Oslo' }, lines: [] })).toEqual({
      id: 'O-1',
      customer: { name: 'Ada', city: 'Oslo' },
      lines: [],
    });
  });

  it('is a copy, which may be changed', () => {
    const one = fixture(placed);
    one.customer.name = 'Eve';
    fixture(placed, { id: 'O-3' }).customer.name = 'Eve';
    fixtures(placed)[0]!.lines.pop();
    expect(fixture(placed)).toMatchObject({ customer: { name: 'Ada' }, lines: [{}, {}] });
  });

  it('is that of a contract whose payload is no object as well', () => {
    const counted = defineEvent('test:counted', { version: 1, schema: z.number(), examples: [1] });
    expect([fixture(counted), fixture(counted, 2), fixture(counted, 0)]).toEqual([1, 2, 0]);
  });

  it('says what to do where the contract has no examples', () => {
    const bare = defineEvent('test:counted', { version: 1, schema: z.number(), examples: [] });
    for (const ask of [fixture, fixtures]) expect(() => ask(bare)).toThrow('The contract "test:counted" has no examples');
  });
});

describe('fixtures', () => {
  it('are all examples of the contract', () => {
    expect(fixtures(placed)).toEqual(placed.examples);
  });
});
