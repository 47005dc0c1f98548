import { type AnyEventContract, createBus, createHub, defineEvent } from '@busbar/core';
import { toJsonSchema, toStandardJsonSchema } from '@valibot/to-json-schema';
import { type } from 'arktype';
import * as v from 'valibot';
import { describe, expect, it } from 'vitest';
import * as z from 'zod';
import { describeContract } from './describe-contract.ts';
import { valibotConverter } from './valibot/valibot-converter.ts';
import { zodCorpus } from './zod/zod-corpus.test.fixture.ts';

const line = z.object({ sku: z.string().min(1), quantity: z.int().positive() });
const define = (schema: AnyEventContract['schema'], rest = {}) => defineEvent('cart:itemAdded', { version: 1, schema, ...rest });

describe('the description of a contract', () => {
  it('says what goes in and what comes out, and where it comes from', () => {
    expect(describeContract(define(line))).toEqual({
      type: 'cart:itemAdded',
      version: 1,
      input: {
        type: 'object',
        properties: { quantity: { type: 'integer', exclusiveMinimum: 0 }, sku: { type: 'string', minLength: 1 } },
        required: ['quantity', 'sku'],
      },
      output: {
        type: 'object',
        properties: { quantity: { type: 'integer', exclusiveMinimum: 0 }, sku: { type: 'string', minLength: 1 } },
        required: ['quantity', 'sku'],
        additionalProperties: false,
      },
      rules: [],
      unseen: [],
      fieldTags: {},
      casts: { up: [], down: [] },
      lifecycle: 'stable',
      library: 'zod 4.6.7',
    });
  });

  it('carries what the definition says for people and for the bus', () => {
    const told = {
      summary: 'A line was put into the cart',
      owner: 'team-cart',
      tags: ['cart'],
      dom: 'out',
      ttl: 500,
      retain: 3,
    } as const;
    const examples = [{ sku: 'lamp-01', quantity: 1 }];
    const deprecated = { deprecated: '2027-03-31', successor: 'cart:lineAdded' };
    expect(describeContract(define(line, { ...told, examples, lifecycle: deprecated }))).toMatchObject({
      ...told,
      examples,
      lifecycle: deprecated,
    });
  });

  it('tells which casts there are, and of retaining by key that it is by key', () => {
    const casts = { upcast: { 2: () => ({}), 1: () => ({}) }, downcast: { 1: () => ({}) } };
    const contract = define(line, { version: 3, ...casts, retain: { last: 2, by: () => '' } });
    expect(describeContract(contract)).toMatchObject({ casts: { up: [1, 2], down: [1] }, retain: 'by-key' });
  });

  it('is plain JSON', () => {
    for (const schema of Object.values(zodCorpus(z))) {
      const contract = describeContract(define(schema, { examples: [{ big: 1n, none: undefined }] }));
      expect(JSON.parse(JSON.stringify(contract))).toEqual(contract);
    }
  });
});

describe('checks that JSON Schema cannot express', () => {
  const even = (value: number) => value % 2 === 0;

  it.each<[string, z.ZodType, { path: string; id: string }[]]>([
    ['metadata', z.number().refine(even).meta({ rule: 'even' }), [{ path: '#/', id: 'even' }]],
    ['the check', z.number().refine(even, { params: { rule: 'even' } }), [{ path: '#/', id: 'even' }]],
    [
      'metadata for several checks',
      z
        .number()
        .refine(even)
        .refine(even)
        .meta({ rule: ['small', 'even'] }),
      [
        { path: '#/', id: 'even' },
        { path: '#/', id: 'small' },
      ],
    ],
    [
      'a field',
      z.object({
        n: z
          .number()
          .superRefine(() => {})
          .meta({ rule: 'even' }),
      }),
      [{ path: '#/properties/n', id: 'even' }],
    ],
    [
      'an optional field',
      z.object({ n: z.number().refine(even).meta({ rule: 'even' }).optional() }),
      [{ path: '#/properties/n', id: 'even' }],
    ],
    [
      'items',
      z.array(
        z
          .number()
          .check(() => {})
          .meta({ 'x-rule': 'even' }),
      ),
      [{ path: '#/items', id: 'even' }],
    ],
    ['a pipe', z.string().pipe(z.string().refine(Boolean).meta({ rule: 'filled' })), [{ path: '#/', id: 'filled' }]],
    ['a transform', z.string().transform(Number).meta({ rule: 'to-number' }), [{ path: '#/', id: 'to-number' }]],
  ])('are told by the rule id of %s', (_what, schema, rules) => {
    expect(describeContract(define(schema)).rules).toEqual(rules);
  });

  it.each<[string, z.ZodType, string[]]>([
    ['a refinement', z.number().refine(even), ['#/']],
    ['a second refinement beside a rule id for one', z.number().refine(even).refine(even).meta({ rule: 'even' }), ['#/']],
    ['a refinement of a field', z.object({ n: z.number().refine(even).optional() }), ['#/properties/n']],
    ['a transform', z.object({ n: z.string().transform(Number) }), ['#/properties/n']],
    ['a custom type', z.tuple([z.custom(() => true)]), ['#/prefixItems/0']],
    ['a type that JSON has not', z.object({ n: z.bigint() }), ['#/properties/n']],
    ['what was checked before it was rewritten', z.string().min(1).trim(), ['#/']],
  ])('are reported as unseen where they have none: %s', (_what, schema, unseen) => {
    expect(describeContract(define(schema)).unseen).toEqual(unseen);
  });

  it.each<[string, z.ZodType]>([
    ['a rule id of its own', z.number().refine(even).meta({ rule: 'even' })],
    ['only keywords', z.string().min(1).max(3).regex(/^a/).email()],
    ['rewriting that nothing was checked before', z.string().trim().toLowerCase()],
  ])('leave nothing unseen where there is %s', (_what, schema) => {
    expect(describeContract(define(schema)).unseen).toEqual([]);
  });

  it.each<[z.ZodType, string]>([
    [z.url({ hostname: /^shop\.example$/ }), 'url hostname=/^shop\\.example$/'],
    [z.jwt({ alg: 'HS256' }), 'jwt alg=HS256'],
    [z.string().regex(/^a/i), 'regex pattern=/^a/i'],
    [z.bigint().min(1n), 'greater_than inclusive=true value=1'],
  ])('are rules that say what they ask for, where that is data', (schema, id) => {
    const { rules, input } = describeContract(define(z.object({ n: schema })));
    expect(rules).toEqual([{ path: '#/properties/n', id }]);
    expect(input).toMatchObject({ properties: { n: { 'x-checks': [id] } } });
  });
});

describe('types that are no plain data', () => {
  it.each(['date', 'map', 'set', 'file', 'symbol'])('are told by their place: %s', (kind) => {
    const schemas: Record<string, z.ZodType> = {
      date: z.date(),
      map: z.map(z.any(), z.any()),
      set: z.set(z.any()),
      file: z.file(),
      symbol: z.symbol(),
    };
    const contract = describeContract(define(z.object({ at: schemas[kind]! })));
    expect(contract.notPlain).toEqual([{ path: '#/properties/at', kind }]);
    expect(contract.input).toMatchObject({ properties: { at: { 'x-type': kind } } });
  });

  it('are indeed refused by the bus', () => {
    const bus = createBus({ source: 'cart', hub: createHub() });
    const dated = define(z.object({ at: z.coerce.date() }));
    expect(describeContract(dated).notPlain).toEqual([{ path: '#/properties/at', kind: 'date' }]);
    expect(() => bus.emit(dated, { at: '2026-11-22' })).toThrow(expect.objectContaining({ code: 'payload-class-instance' }));
  });
});

describe('tags of fields', () => {
  it('are those that the bus tells', () => {
    const email = z.email().meta({ tags: ['pii'] });
    const folder = z.object({
      name: email,
      get folders() {
        return z.array(folder);
      },
    });
    const schemas = {
      ...zodCorpus(z),
      folder,
      inFields: z.object({ 'a/b~c': folder, records: z.record(z.string(), folder) }),
      email,
    };
    for (const [name, schema] of Object.entries(schemas)) {
      const contract = define(schema);
      const [record] = createBus({ source: 'cart', hub: createHub(), contracts: [contract] }).contracts();
      expect([name, describeContract(contract).fieldTags]).toEqual([name, record?.fieldTags]);
    }
  });

  it.each<[string, z.ZodType, Record<string, string[]>]>([
    [
      'in items and records',
      z.object({ to: z.array(z.record(z.string(), z.string().meta({ tags: ['pii', 'name'] }))) }),
      { '/to/*/*': ['name', 'pii'] },
    ],
    [
      'in branches',
      z.union([z.object({ a: z.string().meta({ tags: ['x'] }) }), z.object({ a: z.int().meta({ tags: ['y'] }) })]),
      { '/a': ['x', 'y'] },
    ],
    ['in what goes in alone', z.object({ a: z.string().meta({ tags: ['x'] }) }).transform(() => 1), { '/a': ['x'] }],
  ])('are found %s', (_where, schema, tags) => {
    expect(describeContract(define(schema)).fieldTags).toEqual(tags);
  });
});

describe('schemas of other libraries', () => {
  it('are read by Standard JSON Schema where they say it: ArkType', () => {
    const { input, unseen, notPlain, library } = describeContract(
      define(type({ sku: 'string>0', 'note?': 'string | null', at: 'Date', n: 'bigint' })),
    );
    expect(input).toMatchObject({
      properties: { note: { type: ['null', 'string'] }, sku: { minLength: 1 } },
      required: ['at', 'n', 'sku'],
    });
    expect([unseen, notPlain]).toEqual([['#/properties/at', '#/properties/n'], [{ path: '#/properties/at', kind: 'date' }]]);
    expect(library).toBe('arktype');
  });

  it('are read by Standard JSON Schema where they say it: Valibot, wrapped', () => {
    const schema = toStandardJsonSchema(v.object({ sku: v.pipe(v.string(), v.minLength(1)) }));
    expect(describeContract(define(schema)).input).toMatchObject({ properties: { sku: { type: 'string', minLength: 1 } } });
  });

  it('are read by a converter: Valibot', () => {
    const check = v.check((text: string) => text !== 'x');
    const schema = v.object({
      sku: v.pipe(v.string(), check),
      n: v.optional(v.number(), 1),
      at: v.date(),
      size: v.pipe(v.string(), v.transform(Number)),
    });
    const { input, output, unseen, library } = describeContract(define(schema), { converters: [valibotConverter(toJsonSchema)] });
    expect(input).toMatchObject({ properties: { n: { type: 'number', default: 1 } }, required: ['at', 'size', 'sku'] });
    expect(output).toMatchObject({
      required: ['at', 'n', 'size', 'sku'],
      additionalProperties: false,
      properties: { size: { 'x-type': 'transform' } },
    });
    expect([unseen, library]).toEqual([['#/properties/at', '#/properties/size', '#/properties/sku'], 'valibot']);
  });

  it('pool the fields of an intersection: Valibot', () => {
    const schema = v.intersect([v.object({ a: v.string() }), v.object({ b: v.string() })]);
    const { output } = describeContract(define(schema), { converters: [valibotConverter(toJsonSchema)] });
    expect(output).toMatchObject({ allOf: [{ required: ['a'] }, { required: ['b'] }], unevaluatedProperties: false });
  });

  it('are refused by name where nothing can read them', () => {
    expect(() => describeContract(define(v.string()))).toThrow(
      expect.objectContaining({
        name: 'UnreadableContractError',
        type: 'cart:itemAdded',
        vendor: 'valibot',
        message: expect.stringMatching(/"cart:itemAdded" \(valibot\).*@valibot\/to-json-schema.*valibotConverter/),
      }),
    );
  });

  it('are refused with the reason of the library where it finds one', () => {
    const broken = {
      toJsonSchema: () => {
        throw new Error('no words for this');
      },
      vendor: 'valibot',
    };
    expect(() => describeContract(define(v.string()), { converters: [broken] })).toThrow(
      /"cart:itemAdded" \(valibot\) cannot be read: no words for this/,
    );
  });
});
