import { describe, expect, it } from 'vitest';
import * as z from 'zod';
import type { JsonSchema } from '../json-schema/json-schema.ts';
import { compareSchemas } from './compare-schemas.ts';
import { listedDifferences } from './listed-differences.test.fixture.ts';

function verdicts(original: JsonSchema, updated: JsonSchema): string {
  const policies = ['strict', 'lenient', 'parsed'] as const;
  return policies.map((policy) => (compareSchemas(original, updated, { policy }).compatible ? 'ok' : 'break')).join(' ');
}

const text = { type: 'string' };
const open = (properties: object) => ({ type: 'object', properties });
const closed = (properties: object) => ({ ...open(properties), additionalProperties: false });
const rest = (schema: JsonSchema, properties: object = {}) => ({ ...open(properties), additionalProperties: schema });

describe('What surprises users of registries', () => {
  it.each<readonly [string, JsonSchema, JsonSchema, string]>([
    ['an optional field comes to an open object', open({ a: text }), open({ a: text, b: text }), 'break ok break'],
    ['an optional field goes from an open object', open({ a: text, b: text }), open({ a: text }), 'ok ok ok'],
    ['an optional field comes to a closed object', closed({ a: text }), closed({ a: text, b: text }), 'ok ok ok'],
    ['an optional field goes from a closed object', closed({ a: text, b: text }), closed({ a: text }), 'break ok break'],
    ['a text field comes to an object that is open to text', rest(text), rest(text, { b: text }), 'ok ok ok'],
    ['a text field goes from an object that is open to text', rest(text, { b: text }), rest(text), 'ok ok ok'],
    [
      'a text field comes to an object that is open to text and numbers',
      rest({ type: ['string', 'integer'] }),
      rest({ type: ['string', 'integer'] }, { b: text }),
      'break break break',
    ],
    ['a list of values grows', { enum: ['a'] }, { enum: ['a', 'b'] }, 'ok ok ok'],
    ['a list of values shrinks', { enum: ['a', 'b'] }, { enum: ['a'] }, 'break break break'],
    ['a list of types is written as a union', { type: ['string', 'null'] }, { anyOf: [{ type: 'null' }, text] }, 'ok ok ok'],
    ['a constant is written as a list of one', { const: 'a' }, { enum: ['a'] }, 'break break ok'],
    ['a pattern is written in another way', { ...text, pattern: '^a+$' }, { ...text, pattern: '^aa*$' }, 'break break break'],
    ['branches change places', { oneOf: [text, { type: 'null' }] }, { oneOf: [{ type: 'null' }, text] }, 'ok ok ok'],
    [
      'an exclusive bound is written as in draft-07',
      draft04({ minimum: 1, exclusiveMinimum: true }),
      { exclusiveMinimum: 1 },
      'ok ok ok',
    ],
  ])('%s', (_, original, updated, expected) => {
    expect(verdicts(original, updated)).toBe(expected);
  });

  it('a lenient policy is lenient also behind `allOf` and references', () => {
    const order = (properties: object) => ({
      allOf: [{ $ref: '#/$defs/base' }, { $ref: '#/$defs/order' }],
      $defs: { base: open({ id: text }), order: open(properties) },
    });
    expect(verdicts(order({ a: text }), order({ a: text, b: text }))).toBe('break ok break');
  });

  it('three versions get on in pairs and not from the first to the third', () => {
    const [first, second, third] = [open({ a: { type: 'integer' } }), open({}), open({ a: text })];
    expect(verdicts(first, second)).toBe('ok ok ok');
    expect(verdicts(second, third)).toBe('break ok break');
    expect(verdicts(first, third)).toBe('break break break');
  });
});

function draft04(schema: object): JsonSchema {
  return { $schema: 'http://json-schema.org/draft-04/schema#', type: 'number', ...schema };
}

describe('Objects of Zod under `strict`', () => {
  const before = z.object({ sku: z.string(), note: z.string().optional() });
  const edits = {
    'gain an optional field': z.object({ ...before.shape, size: z.string().optional() }),
    'gain a field with a default': z.object({ ...before.shape, size: z.string().default('M') }),
    'lose a field': z.object({ sku: z.string() }),
    'have to have a field that they could leave out': z.object({ sku: z.string(), note: z.string() }),
  };
  const isCompatible = (edit: keyof typeof edits, io: 'input' | 'output') => {
    const [original, updated] = [before, edits[edit]].map((schema) => z.toJSONSchema(schema, { io }) as JsonSchema);
    return compareSchemas(original ?? true, updated ?? true, { policy: 'strict' }).compatible;
  };

  it.each<readonly [keyof typeof edits, output: boolean, input: boolean]>([
    ['gain an optional field', true, false],
    ['gain a field with a default', true, false],
    ['lose a field', false, true],
    ['have to have a field that they could leave out', false, false],
  ])('%s: as output %s, as input %s', (edit, output, input) => {
    expect([isCompatible(edit, 'output'), isCompatible(edit, 'input')]).toEqual([output, input]);
  });

  it('tell an upgrade of a pattern for a change, which is why contracts are brought into one form first', () => {
    const uuid = { type: 'string', format: 'uuid' };
    expect(listedDifferences({ ...uuid, pattern: '^a$' }, { ...uuid, pattern: '^b$' })).toEqual([
      'PATTERN_CHANGED #/pattern (breaking)',
    ]);
  });
});
