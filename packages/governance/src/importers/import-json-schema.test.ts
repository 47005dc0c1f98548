import { Ajv2020 } from 'ajv/dist/2020.js';
import addFormats from 'ajv-formats';
import * as fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import { compareSchemas } from '../compare/compare-schemas.ts';
import { describeContract } from '../contracts/describe-contract.ts';
import { anyPayload, contractOf, rooted } from '../exporters/any-payload.test.fixture.ts';
import { exportJsonSchema } from '../exporters/json-schema/export-json-schema.ts';
import { problemsOf } from '../exporters/typescript/problems-of.test.fixture.ts';
import type { JsonSchema } from '../json-schema/json-schema.ts';
import { randomRuns } from '../random-runs.test.fixture.ts';
import { ImportError } from './import-error.ts';
import { importJsonSchema } from './import-json-schema.ts';
import { runModule } from './run-module.test.fixture.ts';

const fileOf = (schema: JsonSchema, path = 'item-added.schema.json') => ({ path, text: JSON.stringify(schema) });

/** A schema as contracts, as a module, and as the contract that the module defines. */
function imported(schema: JsonSchema) {
  const result = importJsonSchema([fileOf(schema)], { domain: 'cart', name: () => 'cart:itemAdded' });
  const contract = runModule(result.module)['cart:itemAdded']!;
  return { ...result, described: result.contracts[0]!, contract, again: describeContract(contract) };
}

function isCompatible(original: JsonSchema, updated: JsonSchema): boolean {
  return compareSchemas(original, updated, { policy: 'parsed' }).compatible;
}

const useOfTypes = `
import type { OutputOf } from '@busbar/core';
const event = {} as OutputOf<typeof cart.itemAdded>;
event.node.up!.all![0]!.name satisfies string;
event.next!.next!.node.name satisfies string;
// @ts-expect-error a node has a name
({ node: {} }) satisfies OutputOf<typeof cart.itemAdded>;`;

describe('a contract imported from JSON Schema', () => {
  it('is described as what was imported, unless a note says otherwise', () => {
    fc.assert(
      fc.property(anyPayload(2), ({ schema }) => {
        const { described, again, notes } = imported(rooted(schema));
        fc.pre(notes.every(({ path }) => path === ''));
        expect(isCompatible(described.input, again.input) && isCompatible(again.input, described.input)).toBe(true);
        expect(isCompatible(described.output, again.output) && isCompatible(again.output, described.output)).toBe(true);
      }),
      randomRuns(100),
    );
  });

  it('takes and refuses what the schema does, unless a note says otherwise', () => {
    const ajv = addFormats.default(new Ajv2020({ strict: false }));
    const cases = anyPayload(2).chain(({ schema, values }) =>
      fc.tuple(
        fc.constant(rooted(schema)),
        fc.array(fc.oneof(values, fc.jsonValue({ maxDepth: 2 })), { minLength: 4, maxLength: 6 }),
      ),
    );
    fc.assert(
      fc.property(cases, ([schema, values]) => {
        const { contract, notes } = imported(schema);
        // ajv takes a field without a name for one that need not be there.
        fc.pre(notes.every(({ path }) => path === '') && !JSON.stringify(schema).includes('"":'));
        const isTaken = (value: unknown) => !('issues' in (contract.schema['~standard'].validate(value) as object));
        expect(values.map(isTaken)).toEqual(values.map((value) => ajv.compile(schema)(value)));
      }),
      randomRuns(60),
    );
  });

  it('compiles, with types that come of the schema, also where that is recursive', { timeout: 60_000 }, () => {
    const all = { type: 'array', items: { $ref: '#/$defs/Node' } };
    const properties = { name: { type: 'string' }, up: { $ref: '#/$defs/Node' }, all };
    const list = { oneOf: [{ type: 'string' }, { type: 'array', items: { $ref: '#/properties/list' } }] };
    const { module } = imported({
      type: 'object',
      properties: { node: { $ref: '#/$defs/Node' }, next: { $ref: '#' }, list },
      required: ['node'],
      $defs: { Node: { type: 'object', properties, required: ['name'] } },
    });
    expect(problemsOf({ 'contracts.ts': `${module}${useOfTypes}` })).toEqual([]);
  });

  it('is code for which no text is more than a text', () => {
    const nasty = '*/ $\u007bprocess.exit()} ` " \\ \n // \u2028 </script>';
    const schema = {
      title: nasty,
      description: nasty,
      type: 'object',
      properties: {
        [nasty]: { type: 'string', pattern: '^[a-z"`$]+$', description: nasty, format: nasty },
        constructor: { enum: [nasty, 'b'] },
      },
      required: [nasty],
      additionalProperties: { $ref: '#/nowhere' },
      examples: [{ [nasty]: 'a', constructor: nasty }],
    };
    const { contract, module, notes } = imported(schema);
    expect(contract).toMatchObject({ type: 'cart:itemAdded', summary: nasty });
    expect(contract.schema['~standard'].validate({ [nasty]: 'a', constructor: nasty })).toMatchObject({
      value: { [nasty]: 'a' },
    });
    expect(module.split('\n').filter((line) => line.startsWith('import'))).toHaveLength(2);
    expect(notes.map(({ message }) => message)).toContain('“#/nowhere” leads nowhere: any value is admitted there.');
  });

  it('brings what it refers to in other files, which are no contracts then', () => {
    const files = [
      fileOf(
        {
          $schema: 'http://json-schema.org/draft-07/schema#',
          $id: 'https://shop.example/item-added.json',
          title: 'cart:itemAdded',
          type: 'object',
          properties: { line: { $ref: 'shared/line.json#/definitions/Line' }, by: { $ref: 'https://shop.example/person.json' } },
        },
        'item-added.json',
      ),
      {
        path: 'shared/line.json',
        text: 'definitions:\n  Line: { type: array, items: [{ type: string }], additionalItems: false }\n',
      },
      fileOf({ $id: 'https://shop.example/person.json', type: 'object', properties: { boss: { $ref: '#' } } }, 'person.json'),
    ];
    const { contracts } = importJsonSchema(files);
    expect(contracts.map(({ type }) => type)).toEqual(['cart:itemAdded']);
    expect(contracts[0]!.input).toMatchObject({ $defs: { Line: { prefixItems: [{ type: 'string' }] } } });
    expect(JSON.stringify(contracts[0]!.input)).toContain('"boss"');
  });

  it('is again what was exported, in both drafts, with all versions', () => {
    const line = { type: 'object', properties: { sku: { type: 'string' } }, required: ['sku'], additionalProperties: false };
    const known = {
      owner: 'team-cart',
      tags: ['cart'],
      summary: 'Added',
      fieldTags: { '/sku': ['pii'] },
      lifecycle: 'draft' as const,
    };
    const versions = [
      contractOf(line, { ...known, examples: [{ sku: 'A-1' }] }),
      contractOf({ ...line, required: [] }, { ...known, version: 2 }),
    ];
    for (const draft of ['2020-12', 'draft-07'] as const) {
      const { contracts, module, notes } = importJsonSchema(exportJsonSchema(versions, { draft }).files);
      expect(contracts).toMatchObject(versions.map(({ type, version }) => ({ ...known, type, version })));
      expect(runModule(module)['cart:itemAdded']!.version).toBe(2);
      expect(notes.map(({ message }) => message)).toEqual([
        'It has several versions: the module has the newest, which needs casts from the older ones.',
      ]);
    }
  });

  it('keeps the bounds of draft-04, and drops what stands beside a reference there', () => {
    const $schema = 'http://json-schema.org/draft-04/schema#';
    const schema = {
      $schema,
      id: 'https://shop.example/x',
      type: 'object',
      properties: {
        price: { type: 'number', minimum: 0, exclusiveMinimum: true },
        again: { $ref: '#/properties/price', maximum: 1 },
      },
    };
    const { described } = imported(schema);
    expect(described.input).toMatchObject({ properties: { price: { exclusiveMinimum: 0, type: 'number' } } });
    expect(JSON.stringify(described.input)).not.toContain('"maximum"');
  });

  it('has the name that somebody chose, and others are told apart', () => {
    const files = [
      fileOf({ title: 'User Signed Up' }, 'a.json'),
      fileOf({ title: 'userSignedUp' }, 'b.json'),
      fileOf(true, 'busbar:c.json'),
    ];
    const name = (suggested: string) => (suggested.endsWith('c') ? 'not a name' : suggested);
    const { contracts, notes } = importJsonSchema(files, { domain: 'people', name });
    expect(contracts.map(({ type }) => type)).toEqual(['people:userSignedUp', 'people:userSignedUp_2', 'people:busbarC']);
    expect(notes.map(({ message }) => message)).toContain(
      '“User Signed Up” is called “people:userSignedUp” here: names of events are domain:pastTense.',
    );
  });

  it.each<[string, JsonSchema]>([
    [
      'allOf',
      {
        type: 'object',
        properties: { a: { type: 'number' } },
        allOf: [{ required: ['a'] }, { properties: { a: { maximum: 1 } } }],
      },
    ],
    [
      'oneOf',
      {
        oneOf: [
          { type: 'object', required: ['a'] },
          { type: 'object', required: ['b'] },
        ],
      },
    ],
    ['several types', { type: ['string', 'number', 'null'], minLength: 2, minimum: 1 }],
    ['unique items', { type: 'array', items: { type: 'number' }, uniqueItems: true }],
    ['what stands beside a reference', { $ref: '#/$defs/N', maximum: 1, $defs: { N: { type: 'number' } } }],
    ['named keys', { type: 'object', propertyNames: { enum: ['a', 'b'] }, additionalProperties: { type: 'number' } }],
    ['an open rest', { type: 'object', properties: { a: { type: 'number' } }, additionalProperties: { type: 'string' } }],
  ])('takes and refuses what the schema does: %s', (_, schema) => {
    const isValid = new Ajv2020({ strict: false }).compile(schema);
    const { contract } = imported(schema);
    const values = [
      {},
      { a: 1 },
      { a: 2 },
      { b: 1 },
      { a: 1, b: 1 },
      { a: 1, b: 'x' },
      { c: 1 },
      'x',
      'xy',
      0,
      1,
      2,
      null,
      [1, 1],
      [1, 2],
      ['x'],
    ];
    const isTaken = (value: unknown) => !('issues' in (contract.schema['~standard'].validate(value) as object));
    expect(values.map(isTaken)).toEqual(values.map((value) => isValid(value)));
  });

  it.each([
    ['nested beyond all measure', `${'{"not":'.repeat(5_000)}{}${'}'.repeat(5_000)}`],
    ['an alias inside of what it stands for', 'properties: &all { child: { properties: *all } }'],
  ])('refuses a file that comes to no end: %s', (_, text) => {
    expect(() => importJsonSchema([{ path: 'deep.yaml', text }])).toThrow(
      new ImportError('deep.yaml', 'it is more than 1000 levels deep, or has an alias inside of what it stands for.'),
    );
  });

  it.each<[string, JsonSchema]>([
    ['required', { type: 'object', required: [1] }],
    ['required', { type: 'object', properties: { sku: { default: 'a' } }, required: true }],
    ['enum', { enum: 'x' }],
    ['type', { type: 7 }],
    ['pattern', { type: 'string', pattern: 7 }],
    ['properties', { type: 'object', properties: [] }],
    ['anyOf', { anyOf: {} }],
    ['anyOf', { anyOf: ['a', null] }],
    ['dependencies', { type: 'object', dependencies: 'x' }],
    ['dependentRequired', { type: 'object', dependentRequired: { a: 'b' } }],
    ['$ref', { $ref: 7 }],
  ])('leaves out the keyword %s where its value is of another kind, with a note: %j', (keyword, schema) => {
    const { [keyword]: _, ...others } = schema as Record<string, unknown>;
    const { described, notes } = imported({ type: 'object', properties: { inner: schema } });
    expect(described.input).toEqual(imported({ type: 'object', properties: { inner: others } }).described.input);
    const message = `“${keyword}” has no value that JSON Schema knows for it: it is left out.`;
    expect(notes).toContainEqual({ contract: 'cart:itemAdded', path: '#/properties', message });
  });

  it.each(['{ "type": "string" }', 'type: string'])('is the same where a byte-order mark stands before it: %s', (text) => {
    const [contract] = importJsonSchema([{ path: 'item-added.schema.json', text: `\uFEFF${text}` }]).contracts;
    expect(contract!.input).toEqual({ type: 'string' });
  });

  it('notes what Zod does not check, in the module too', () => {
    const { module, notes } = imported({
      type: 'object',
      if: { required: ['a'] },
      else: { required: ['b'] },
      not: { required: ['c'] },
    });
    expect(notes.map(({ path, message }) => `${path}: ${message}`).slice(1)).toEqual(
      ['not', 'if', 'else'].map((word) => `#: Zod does not check “${word}”.`),
    );
    expect(module).toContain('    // #: Zod does not check “if”.');
  });
});
