import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import { anySchema } from '../json-schema/any-schema.test.fixture.ts';
import { randomRuns } from '../random-runs.test.fixture.ts';
import { compileValidator } from './compile-validator.ts';
import { generatePayloads } from './generate-payloads.ts';

const object = (properties: object, required: string[] = Object.keys(properties)) => ({ type: 'object', properties, required });

describe('generated payloads', () => {
  it('satisfy the schema and are there once, whatever the schema', () => {
    fc.assert(
      fc.property(anySchema(), (schema) => {
        const payloads = generatePayloads(schema, 1, 10);
        expect(payloads.flatMap(compileValidator(schema, 'nothing'))).toEqual([]);
        expect(new Set(payloads.map((payload) => JSON.stringify(payload))).size).toBe(payloads.length);
      }),
      randomRuns(60),
    );
  });

  it.each<[string, object, (payload: never) => unknown, unknown[]]>([
    ['the bounds of numbers', { type: 'integer', minimum: 3, maximum: 900 }, (n) => n, [3, 900]],
    ['bounds that are left out', { type: 'integer', exclusiveMinimum: 3, exclusiveMaximum: 900 }, (n) => n, [4, 899]],
    [
      'the shortest and the longest text',
      { type: 'string', minLength: 1, maxLength: 60 },
      (text: string) => text.length,
      [1, 60],
    ],
    ['the empty text', { type: 'string' }, (text: string) => text, ['']],
    [
      'the empty list and a full one',
      { type: 'array', items: { type: 'string' }, maxItems: 4 },
      (list: string[]) => list.length,
      [0, 4],
    ],
    ['optional fields, there and not', object({ a: { type: 'string' } }, []), (value: object) => 'a' in value, [true, false]],
    ['each branch', { anyOf: [{ const: 1 }, { const: 'b' }, { type: 'null' }] }, (value) => value, [1, 'b', null]],
    [
      'each type',
      object({ a: { type: ['null', 'boolean', 'string'] } }),
      ({ a }: { a: unknown }) => (a === null ? null : typeof a),
      [null, 'boolean', 'string'],
    ],
    ['each value', { enum: ['a', 'b', 'c'] }, (value) => value, ['a', 'b', 'c']],
    ['both truths', { type: 'boolean' }, (value) => value, [true, false]],
  ])('have %s among them', (_what, schema, look, expected) => {
    const seen = generatePayloads(schema as never, 1, 60).map((payload) => look(payload as never));
    expect(seen).toEqual(expect.arrayContaining(expected));
  });

  it.each([
    'email',
    'uri',
    'uuid',
    'date-time',
    'date',
    'duration',
    'ipv4',
    'ipv6',
    'cidrv4',
    'e164',
    'base64',
    'jwt',
    'ulid',
    'emoji',
  ])('have texts of the format %s', (format) => {
    expect(generatePayloads({ type: 'string', format }, 1, 5).length).toBeGreaterThan(1);
  });

  it('keep to a pattern beside a format', () => {
    const payloads = generatePayloads({ type: 'string', format: 'date-time', pattern: '\\.\\d{3}Z$' }, 1, 5);
    expect(payloads.length).toBeGreaterThan(0);
    expect(payloads.every((text) => /\.\d{3}Z$/.test(text as string))).toBe(true);
  });

  it('come to an end where a schema holds itself', () => {
    const tree = {
      ...object({ name: { type: 'string' }, children: { type: 'array', items: { $ref: '#' } } }),
      additionalProperties: false,
    };
    const payloads = generatePayloads(tree, 1, 20) as { children: { children: unknown[] }[] }[];
    expect(payloads.some(({ children }) => children.length > 0)).toBe(true);
  });

  it('are none where nothing can be guessed', () => {
    expect(generatePayloads({ not: {} }, 1, 5)).toEqual([]);
    expect(generatePayloads(object({ at: { 'x-type': 'date' } }), 1, 5)).toEqual([]);
  });

  it('are that there is none, where that is all a schema takes', () => {
    expect(generatePayloads({ 'x-type': 'undefined' }, 1, 5)).toEqual([undefined]);
  });

  it('are the same for the same seed', () => {
    const schema = object({ a: { type: 'string' }, b: { type: 'number' } });
    expect(generatePayloads(schema, 3, 20)).toEqual(generatePayloads(schema, 3, 20));
    expect(generatePayloads(schema, 3, 20)).not.toEqual(generatePayloads(schema, 4, 20));
  });
});
