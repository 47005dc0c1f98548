import { type AnyEventContract, defineEvent } from '@busbar/core';
import { describeContract, valibotConverter } from '@busbar/governance/contracts';
import { toJsonSchema } from '@valibot/to-json-schema';
import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import * as z from 'zod';
import { createTestBus } from '../create-test-bus.ts';
import { anyValueOf } from './any-value.ts';
import { arbitraryOf } from './arbitrary-of.ts';
import { manySchemas } from './many-schemas.test.fixture.ts';

const converters = [valibotConverter(toJsonSchema)];

function contractOf(schema: AnyEventContract['schema']): AnyEventContract {
  return defineEvent('test:made', { version: 1, schema });
}

/** What fast-check boils a payload down to that breaks a condition. */
function smallest<Value>(arbitrary: fc.Arbitrary<Value>, holds: (value: Value) => boolean): Value | undefined {
  return fc.check(fc.property(arbitrary, holds), { numRuns: 2_000 }).counterexample?.[0];
}

describe.each(Object.entries(manySchemas))('payloads of %s', (_name, schema) => {
  it('are what the schema accepts, by what it says of itself alone', () => {
    const { input } = describeContract(contractOf(schema), { converters });
    const accepted = fc.property(anyValueOf(input), (value) => {
      const result = schema['~standard'].validate(value);
      expect(result, JSON.stringify(value)).not.toHaveProperty('issues.0');
    });
    fc.assert(accepted, { numRuns: 60 });
  });

  it('can be emitted', () => {
    using bus = createTestBus();
    const contract = contractOf(schema);
    fc.assert(
      fc.property(arbitraryOf(contract, { converters }), (payload) => void bus.emit(contract, payload)),
      { numRuns: 20 },
    );
  });
});

describe('arbitraryOf', () => {
  it('makes every alternative, and fields that are there and are not', () => {
    const contract = contractOf(
      z.object({ a: z.string().optional(), kind: z.enum(['x', 'y']), of: z.union([z.null(), z.boolean(), z.array(z.int())]) }),
    );
    const made = fc.sample(arbitraryOf(contract), 200) as { a?: string; kind: string; of: unknown }[];
    expect(new Set(made.map((one) => 'a' in one)).size).toBe(2);
    expect(new Set(made.map(({ kind }) => kind)).size).toBe(2);
    expect(new Set(made.map(({ of }) => (Array.isArray(of) ? 'list' : of))).size).toBe(4);
  });

  it('shrinks to the smallest payload that breaks a condition', () => {
    const Line = z.object({ sku: z.string(), quantity: z.int().positive(), gift: z.boolean().optional() });
    const order = defineEvent('test:ordered', {
      version: 1,
      schema: z.object({ lines: z.array(Line), note: z.string().nullish() }),
    });
    const tooMany = smallest(arbitraryOf(order), ({ lines }) => lines.reduce((sum, { quantity }) => sum + quantity, 0) < 100);
    expect(tooMany!.lines.reduce((sum, { quantity }) => sum + quantity, 0)).toBe(100);
    expect(smallest(arbitraryOf(order), ({ lines }) => lines.every(({ quantity }) => quantity < 50))).toEqual({
      lines: [{ sku: '', quantity: 50 }],
    });
  });

  it('keeps to rules of the schema that it cannot say', () => {
    const even = contractOf(
      z.object({ from: z.int().min(0).max(50), to: z.int().min(0).max(50) }).refine(({ from, to }) => from < to),
    );
    const made = fc.sample(arbitraryOf(even), 100) as { from: number; to: number }[];
    expect(made.every(({ from, to }) => from < to)).toBe(true);
  });

  it('makes what is taken, not what is given back', () => {
    const trimmed = defineEvent('test:trimmed', { version: 1, schema: z.object({ count: z.string().transform(Number) }) });
    expect(fc.sample(arbitraryOf(trimmed), 5).every(({ count }) => typeof count === 'string')).toBe(true);
  });

  it('says where nothing can be made', () => {
    const dated = contractOf(z.object({ order: z.object({ at: z.date() }) }));
    expect(() => arbitraryOf(dated)).toThrow('The schema allows nothing at #/order/at that is plain data.');
  });

  it('gives up, with an error, where the rules of the schema refuse everything', () => {
    const picky = contractOf(z.object({ name: z.string().refine((name) => name === 'xyzzy!') }));
    expect(() => fc.sample(arbitraryOf(picky), 1)).toThrow(
      'The contract "test:made": of 10000 values made by its JSON Schema none was accepted.',
    );
  });

  it('says what to pass for a library that says no JSON Schema', () => {
    expect(() => arbitraryOf(contractOf(manySchemas['valibot: variants']!))).toThrow('@valibot/to-json-schema');
  });
});
