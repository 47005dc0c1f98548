import { describe, expect, it } from 'vitest';
import * as z from 'zod';
import { candidates, contract } from '../gate.test.fixture.ts';
import { lintContracts } from './lint-contracts.ts';

const told = { summary: 'A line was put into the cart', owner: 'team-cart', examples: [{ sku: 'A-1' }] };
const sku = z.string().describe('Stock keeping unit');
const perfect = contract('cart:itemAdded', 1, { sku }, told);

function codes(...input: Parameters<typeof lintContracts>): string[] {
  return lintContracts(...input).map(({ code }) => code);
}

describe('lint', () => {
  it('has nothing to say about a contract that tells everything', () => {
    expect(lintContracts(candidates(perfect))).toEqual([]);
  });

  it('misses a summary, an owner, an example, and descriptions of fields', () => {
    const bare = contract('cart:itemAdded', 1, { sku: z.string(), line: z.object({ price: z.number() }).describe('A line') });
    const found = lintContracts(candidates(bare));
    expect(found.map(({ code, severity }) => `${severity} ${code}`)).toEqual([
      'warning summary-missing',
      'warning owner-missing',
      'warning example-missing',
      'info field-undescribed',
    ]);
    expect(found.at(-1)!.message).toContain('"line.price", "sku"');
  });

  it('asks for a name in the past tense, of few enough letters, unless it is allowed', () => {
    const command = contract('cart:addItem', 1, { sku }, told);
    const long = contract(`cart:${'very'.repeat(20)}LongAdded`, 1, { sku }, told);
    expect(codes(candidates(command, long))).toEqual(['past-tense', 'name-too-long']);
    expect(codes(candidates(command, long), { allowNames: ['cart:addItem'], maxNameLength: 100 })).toEqual([]);
  });

  it('tries examples on the schema itself, refinements included', () => {
    const even = z.number().refine((number) => number % 2 === 0, 'is odd');
    const refused = contract(
      'cart:counted',
      1,
      { count: even.describe('How many') },
      { ...told, examples: [{ count: 2 }, { count: 3 }] },
    );
    expect(lintContracts(candidates(refused))).toMatchObject([
      { code: 'example-invalid', severity: 'error', message: expect.stringMatching(/Example 2 of .*"count": is odd/) },
    ]);
  });

  it('finds what is no plain data', () => {
    const dated = contract('cart:dated', 1, { at: z.date().describe('When') }, told);
    expect(codes(candidates(dated))).toContain('not-plain-data');
  });

  it('finds versions beside a newer one that nobody uses', () => {
    const both = candidates(contract('cart:itemAdded', 2, { sku }, told), perfect);
    expect(lintContracts(both, { apps: {} })).toMatchObject([{ code: 'unused-version', version: 1 }]);
    expect(lintContracts(both, { apps: { cart: { emits: ['cart:*'] } } })).toEqual([]);
    expect(lintContracts(both)).toEqual([]);
  });

  it('is as severe as it is told to be', () => {
    const nameless = candidates(contract('cart:itemAdded', 1, { sku }, { ...told, owner: '' }));
    expect(lintContracts(nameless, { severities: { 'owner-missing': 'error' } })).toMatchObject([{ severity: 'error' }]);
    expect(lintContracts(nameless, { severities: { 'owner-missing': 'off' } })).toEqual([]);
  });
});
