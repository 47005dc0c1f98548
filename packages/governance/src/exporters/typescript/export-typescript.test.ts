import * as fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import type { DescribedContract } from '../../contracts/described-contract.ts';
import { anyPayload, contractOf, rooted } from '../any-payload.test.fixture.ts';
import { exportTypeScript } from './export-typescript.ts';
import { literalType } from './print-type.ts';
import { problemsOf } from './problems-of.test.fixture.ts';

/** What the compiler has to say about an application that has the exported declarations beside it. */
function problemsIn(contracts: readonly DescribedContract[], application: string): string[] {
  const files = exportTypeScript(contracts).files.map(({ path, text }) => [path, text]);
  return problemsOf({ ...Object.fromEntries(files), 'application.ts': application });
}

const item = {
  type: 'object',
  properties: { sku: { type: 'string' }, quantity: { type: 'integer', default: 1 }, note: { type: 'string', deprecated: true } },
  required: ['sku', 'quantity'],
  additionalProperties: false,
};
const itemAdded = contractOf(item, {
  version: 2,
  input: { ...item, required: ['sku'] },
  summary: 'Ends */ here',
  lifecycle: { deprecated: '2027-01-31' },
});

const application = `
import { createBus } from '@busbar/core';
import type { CartItemAddedV1, CartItemAddedV2 } from './busbar-events.d.ts';

const bus = createBus({ source: 'cart' });
bus.on('cart:itemAdded', ({ data }) => data.quantity.toFixed());
// @ts-expect-error the payload has no such field
bus.on('cart:itemAdded', ({ data }) => data.colour);
// @ts-expect-error payloads are frozen
bus.on('cart:itemAdded', ({ data }) => { data.sku = ''; });
bus.emit('cart:itemAdded', { sku: 'A-1' });
// @ts-expect-error the payload lacks its sku
bus.emit('cart:itemAdded', { quantity: 1 });
// @ts-expect-error nobody declared the name
bus.emit('cart:emptied', {});
export const first: CartItemAddedV1 = 'A-1';
export const second: CartItemAddedV2 = { sku: 'A-1', quantity: 1 };
`;

describe('the export to TypeScript', () => {
  it('gives the bus typed names, without the contracts', { timeout: 60_000 }, () => {
    expect(problemsIn([contractOf({ type: 'string' }), itemAdded], application)).toEqual([]);
  });

  it('gives types that every payload has, whatever fields are called', { timeout: 60_000 }, () => {
    const cases = anyPayload().chain(({ schema, values }) => fc.tuple(fc.constant(rooted(schema)), values));
    // To the compiler every object has these two, as functions.
    const isNotOfObjects = ([schema]: readonly unknown[]) => !/"(constructor|toString)"/.test(JSON.stringify(schema));
    const samples = fc.sample(cases.filter(isNotOfObjects), { numRuns: 40, seed: 7 });
    const contracts = samples.map(([schema], index) => contractOf(schema, { type: `any:event${index}` }));
    const names = samples.map((_, index) => `AnyEvent${index}V1`);
    const values = samples.map(
      ([, value], index) => `export const value${index}: ${names[index]} = null! as ${literalType(value)};`,
    );
    expect(
      problemsIn(contracts, `import type { ${names.join(', ')} } from './busbar-events.d.ts';\n${values.join('\n')}`),
    ).toEqual([]);
  });

  it('says in comments what types do not say', () => {
    const [file] = exportTypeScript([itemAdded]).files;
    expect(file!.text).toContain(' * Ends *\\/ here\n');
    expect(file!.text).toContain(' * @deprecated Leave it by 2027-01-31.\n');
    expect(file!.text).toContain('  /** Deprecated. */\n  readonly note?: string;');
  });

  it('hands out fingerprints where they are known', () => {
    const source = [{ ...itemAdded, hash: 'sha256-abc' }, contractOf(true)];
    const { files, notes } = exportTypeScript(source, { fingerprints: true });
    expect(files[1]!.text).toContain('{\n  "cart:itemAdded@2": "sha256-abc"\n} as const;');
    expect(notes.map(({ contract }) => contract)).toContain('cart:itemAdded@1');
  });
});
