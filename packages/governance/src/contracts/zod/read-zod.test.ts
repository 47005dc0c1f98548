import { describe, expect, it } from 'vitest';
import * as z from 'zod';
import * as mini from 'zod/mini';
import { compileValidator } from '../../casts/compile-validator.ts';
import { generatePayloads } from '../../casts/generate-payloads.ts';
import { instancesFor } from '../../json-schema/instances-for.test.fixture.ts';
import { canonicalJson } from '../../lock/canonical-json.ts';
import { shapeOf } from '../canonical/shape-of.ts';
import { describeContract } from '../describe-contract.ts';
import { zodCorpus } from './zod-corpus.test.fixture.ts';

const corpus = Object.entries(zodCorpus(z));
const describeSchema = (schema: z.core.$ZodType) => describeContract({ type: 'cart:changed', version: 1, schema });

function shape(schema: z.core.$ZodType): string {
  const { input, output, rules, unseen } = describeSchema(schema);
  return canonicalJson({ input: shapeOf(input), output: shapeOf(output), rules, unseen });
}

/** Schemas that are one contract, written in two ways. */
const synonyms = [
  ['email', 'email of old'],
  ['int', 'int of old'],
  ['number', 'float64'],
  ['any', 'unknown'],
  ['string', 'trimmed'],
  ['nullable', 'nullable twice', 'null or text'],
  ['union of objects', 'discriminated union'],
  ['nonoptional', 'described'],
  // Code is code: what it does is told by a rule id, or by nobody.
  ['refined', 'preprocessed'],
];

/** Schemas that take, or make, what their JSON Schema does not say: code, fallbacks, what JSON has not. */
const beyondJson =
  /^(refined|superRefined|transformed|preprocessed|custom|stringbool|catch|undefined|bigint|date$|map|set|nan|url of|jwt of|coerced|trimmed)/;
/** Formats and dates that the validator takes loosely. */
const loose = ['nanoid', 'datetime without a zone', 'datetime of a minute'];

describe('the reading of a Zod schema', () => {
  it('takes what the schema takes, and gives what it gives', () => {
    const wrong = corpus
      .filter(([name]) => !beyondJson.test(name))
      .flatMap(([name, schema]) => {
        const { input, output } = describeSchema(schema);
        const [takes, gives] = [compileValidator(input, 'anything'), compileValidator(output, 'anything')];
        const values = [...generatePayloads(input, 1, 20), ...instancesFor([input], 1, 40)];
        return values
          .filter((value) => {
            const { success, data } = schema.safeParse(structuredClone(value));
            const isTaken = takes(value).length === 0;
            return success ? !isTaken || gives(data).length > 0 : isTaken && !loose.includes(name);
          })
          .map((value) => [name, value]);
      });
    expect(wrong).toEqual([]);
  });

  it('generates payloads for every schema that takes JSON', () => {
    const strange = /^(date|bigint|map|set|nan|never|custom|two patterns|undefined field|bigint within bounds)$/;
    const barren = corpus.filter(([name, schema]) => {
      const payloads = generatePayloads(describeSchema(schema).input, 1, 10);
      return !strange.test(name) && !payloads.some((payload) => schema.safeParse(payload).success);
    });
    expect(barren.map(([name]) => name)).toEqual(['refined with a rule of the check', 'transformed and checked', 'stringbool']);
  });

  it('never makes two different contracts the same', () => {
    const names = new Map<string, string[]>();
    for (const [name, schema] of corpus) names.set(shape(schema), [...(names.get(shape(schema)) ?? []), name]);
    const same = [...names.values()].filter((group) => group.length > 1);
    const unexpected = same.filter((group) => !synonyms.some((known) => group.every((name) => known.includes(name))));
    expect(unexpected).toEqual([]);
  });

  it('is the same each time', () => {
    const again = Object.entries(zodCorpus(z));
    const changed = corpus.filter(([, schema], index) => shape(schema) !== shape(again[index]![1]));
    expect(changed).toEqual([]);
  });

  it.each<[string, z.core.$ZodType, z.core.$ZodType]>([
    [
      'fields',
      z.object({ a: z.string().optional(), b: z.array(z.int()) }),
      mini.object({ a: mini.optional(mini.string()), b: mini.array(mini.int()) }),
    ],
    ['checks', z.string().min(1).max(3), mini.string().check(mini.minLength(1), mini.maxLength(3))],
    ['formats', z.email(), mini.email()],
    ['metadata', z.string().meta({ tags: ['pii'] }), mini.string().check(mini.meta({ tags: ['pii'] }))],
    ['refinements', z.number().refine(Number.isFinite), mini.number().check(mini.refine(Number.isFinite))],
  ])('is the same for Zod Mini: %s', (_what, classic, small) => {
    const { library: _, ...expected } = describeSchema(classic);
    expect(describeSchema(small)).toMatchObject(expected);
  });

  it('leaves out a default that is another each time', () => {
    const { input, unseen } = describeSchema(
      z.object({ id: z.string().default(() => crypto.randomUUID()), at: z.number().default(Date.now) }),
    );
    expect(input).toEqual({
      type: 'object',
      properties: { id: { type: 'string', 'x-unseen': true }, at: { type: 'number', 'x-unseen': true } },
    });
    expect(unseen).toEqual(['#/properties/at', '#/properties/id']);
  });

  it('names a default only where it is what is taken', () => {
    const { input, output } = describeSchema(
      z.object({ size: z.string().transform(Number).default(3), note: z.string().default('-') }),
    );
    expect(input).toMatchObject({ properties: { size: { type: 'string' }, note: { default: '-' } } });
    expect(input).not.toMatchObject({ properties: { size: { default: 3 } } });
    expect(output).toMatchObject({ properties: { size: { default: 3 }, note: { default: '-' } } });
  });

  it('takes what metadata say of a custom type, whose code stays unseen', () => {
    const own = z.custom<string>((value) => value !== 'sku-0').meta({ type: 'string', pattern: '^sku-' });
    const { input, unseen } = describeSchema(own);
    expect(input).toEqual({ type: 'string', pattern: '^sku-', 'x-unseen': true });
    expect(unseen).toEqual(['#/']);
    expect(describeSchema(z.custom<string>()).input).toMatchObject({ 'x-type': 'custom' });
  });

  it('names definitions as their authors did', () => {
    const line = z.object({ sku: z.string() }).meta({ id: 'read-zod-line' });
    const { input } = describeSchema(z.object({ first: line, others: z.array(line) }));
    expect(input).toMatchObject({
      properties: { first: { $ref: '#/$defs/read-zod-line' }, others: { items: { $ref: '#/$defs/read-zod-line' } } },
      $defs: { 'read-zod-line': { properties: { sku: { type: 'string' } } } },
    });
  });

  it('refuses two schemas with one id', () => {
    const registry = new WeakMap();
    const withId = (schema: z.ZodType) => Object.assign(schema, { meta: () => registry.get(schema) });
    const [one, two] = [withId(z.object({ a: z.string() })), withId(z.object({ b: z.string() }))];
    for (const schema of [one, two]) registry.set(schema, { id: 'line' });
    expect(() => describeSchema(z.object({ one, two }))).toThrow('Two schemas have the id "line"');
  });
});
