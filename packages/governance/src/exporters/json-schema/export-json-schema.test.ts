import { Ajv } from 'ajv';
import { Ajv2020 } from 'ajv/dist/2020.js';
import addFormats from 'ajv-formats';
import * as fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import { randomRuns } from '../../random-runs.test.fixture.ts';
import { anyPayload, contractOf, rooted } from '../any-payload.test.fixture.ts';
import { exportJsonSchema } from './export-json-schema.ts';

const options = { strict: false, allErrors: false, logger: false } as const;
const [ajv, ajv2020] = [new Ajv(options), new Ajv2020(options)];
for (const one of [ajv, ajv2020]) addFormats.default(one);

/** Parsed files of both drafts; each has been held to the meta-schema that it names. */
function bothDrafts(contract: ReturnType<typeof contractOf>) {
  const [old] = exportJsonSchema([contract], { draft: 'draft-07' }).files;
  const [current] = exportJsonSchema([contract]).files;
  const schemas = { old: JSON.parse(old!.text), current: JSON.parse(current!.text) };
  expect([ajv.validateSchema(schemas.old), ajv2020.validateSchema(schemas.current)]).toEqual([true, true]);
  ajv.removeSchema();
  ajv2020.removeSchema();
  return { ...schemas, isValidOld: ajv.compile(schemas.old), isValid: ajv2020.compile(schemas.current) };
}

describe('the export to JSON Schema', () => {
  it('admits the same in both drafts', () => {
    const cases = anyPayload(2).chain(({ schema, values }) =>
      fc.tuple(
        fc.constant(contractOf(rooted(schema))),
        fc.array(fc.oneof(values, fc.jsonValue({ maxDepth: 2 })), { minLength: 3, maxLength: 5 }),
      ),
    );
    fc.assert(
      fc.property(cases, ([contract, values]) => {
        const { isValid, isValidOld } = bothDrafts(contract);
        expect(values.map((value) => isValidOld(value))).toEqual(values.map((value) => isValid(value)));
      }),
      randomRuns(60),
    );
  });

  it('says in draft-07 what has other words there', () => {
    const pair = { type: 'array', prefixItems: [{ type: 'string' }, { $ref: '#/$defs/Tail' }], items: { type: 'integer' } };
    const output = {
      type: 'object',
      properties: {
        pair,
        again: { $ref: '#/properties/pair/items', title: 'Again' },
        first: { $ref: '#/properties/pair/prefixItems/0' },
      },
      dependentRequired: { again: ['first'], first: ['pair'] },
      dependentSchemas: { again: { minProperties: 2 } },
      additionalProperties: false,
      $defs: { Tail: { type: 'boolean' } },
    };
    const { isValid, isValidOld } = bothDrafts(contractOf(output));
    const values = [
      { pair: ['a', true, 1] },
      { pair: ['a', true, 'b'] },
      { again: 1 },
      { again: 1, first: 'x', pair: [] },
      { other: 1 },
    ];
    expect(values.map((value) => isValidOld(value))).toEqual([true, false, false, true, false]);
    expect(values.map((value) => isValid(value))).toEqual([true, false, false, true, false]);
  });

  it('notes what draft-07 cannot say', () => {
    const output = {
      contains: { type: 'string' },
      minContains: 2,
      allOf: [{ properties: { a: true } }],
      unevaluatedProperties: false,
    };
    const { notes } = exportJsonSchema([contractOf(output)], { draft: 'draft-07' });
    expect(notes.map(({ message }) => message)).toEqual([
      'Draft-07 does not count what “contains” finds: “minContains” and “maxContains” are left out.',
      'Draft-07 has no “unevaluatedProperties”, and here nothing means the same: it is left out.',
    ]);
  });

  it('carries owner, tags, rules and life as extensions', () => {
    const lifecycle = { deprecated: '2027-01-31', successor: 'cart:lineAdded' };
    const rules = [{ path: '#/properties/sku', id: 'known-sku' }];
    const contract = contractOf(
      { type: 'object', properties: { sku: true } },
      { owner: 'team-cart', tags: ['cart'], rules, lifecycle, fieldTags: { '/sku': ['pii'] } },
    );
    const schema = JSON.parse(exportJsonSchema([contract]).files[0]!.text);
    expect(schema).toMatchObject({
      $id: 'urn:busbar:cart:itemAdded:1',
      'x-owner': 'team-cart',
      'x-tags': ['cart'],
      'x-rules': rules,
      deprecated: true,
    });
    expect(schema).toMatchObject({ 'x-lifecycle': lifecycle, properties: { sku: { 'x-tags': ['pii'] } } });
  });
});
