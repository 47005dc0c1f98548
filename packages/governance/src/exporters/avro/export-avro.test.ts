import avro from 'avsc';
import * as fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import { randomRuns } from '../../random-runs.test.fixture.ts';
import { anyPayload, contractOf, rooted } from '../any-payload.test.fixture.ts';
import { avroPayload } from './avro-payload.ts';
import { exportAvro } from './export-avro.ts';

const text = { type: 'string' };
const closed = (properties: object, ...required: string[]) => ({
  type: 'object',
  properties,
  required,
  additionalProperties: false,
});

/** The parsed schema of one contract. */
function schemaOf(output: Readonly<Record<string, unknown>>, others = {}) {
  return JSON.parse(exportAvro([contractOf(output, others)]).files[0]!.text);
}

describe('the export to Avro', () => {
  it('is taken by avsc whatever contracts hold', () => {
    fc.assert(
      fc.property(anyPayload(2), fc.string(), ({ schema }, type) => {
        const contract = contractOf(rooted(schema), { type: `any:${type}`, fieldTags: { '': [type] }, summary: type });
        expect(avro.Type.forSchema(JSON.parse(exportAvro([contract]).files[0]!.text)).typeName).toBe('record');
      }),
      randomRuns(100),
    );
  });

  it('keeps the same full name in all versions, with facts and tags as attributes', () => {
    const schema = schemaOf(closed({ sku: { ...text, minLength: 1 } }, 'sku'), {
      version: 2,
      owner: 'team-cart',
      fieldTags: { '/sku': ['pii'] },
    });
    expect(schema).toMatchObject({
      type: 'record',
      name: 'itemAdded',
      namespace: 'cart',
      'x-version': 2,
      'x-owner': 'team-cart',
    });
    expect(schema.fields).toEqual([{ name: 'sku', type: 'string', 'x-tags': ['pii'], 'x-constraints': { minLength: 1 } }]);
  });

  it('writes names that Avro does not take in another way, which no other name has, with the real ones beside them', () => {
    const schema = schemaOf(
      closed({ 'a b': text, a_b: text, '1st': { ...text, enum: ['half open', 'open'] } }, 'a b', 'a_b', '1st'),
    );
    expect(schema.fields).toMatchObject([
      { name: 'a_x20_b', 'x-name': 'a b' },
      { name: 'a_b' },
      { name: '_x31_st', 'x-name': '1st', type: { symbols: ['half_x20_open', 'open'], 'x-values': ['half open', 'open'] } },
    ]);
  });

  it('calls a field the same whatever other fields there are', () => {
    const someNames = fc.uniqueArray(fc.constantFrom('a b', 'a_b', 'a-b', 'aB', 'a.b', '', '*', 'ä', '1', '_1'), {
      minLength: 1,
    });
    const namesIn = (names: readonly string[]): Map<string, string> => {
      const { fields } = schemaOf(closed(Object.fromEntries(names.map((name) => [name, text]))));
      return new Map(fields.map((field: Record<string, string>) => [field['x-name'] ?? field['name'], field['name']]));
    };
    fc.assert(
      fc.property(someNames, someNames, (names, others) => {
        const [alone, together] = [namesIn(names), namesIn([...new Set([...others, ...names])])];
        for (const name of names) expect(together.get(name)).toBe(alone.get(name));
      }),
    );
  });

  it('gives fields their defaults, the form of the default first in a union', () => {
    const choice = { anyOf: [{ type: 'boolean' }, text], default: 'x' };
    const inner = {
      ...closed({ at: { ...text, format: 'date' }, of: { type: 'array', items: { type: 'integer' } } }, 'at', 'of'),
      default: { at: '1970-01-11', of: [1] },
    };
    const schema = schemaOf(closed({ choice, inner }, 'choice', 'inner'));
    expect(schema.fields).toMatchObject([{ type: ['string', 'boolean'], default: 'x' }, { default: { at: 10, of: [1] } }]);
    const reader = avro.Type.forSchema(schema);
    const writer = avro.Type.forSchema({ type: 'record', name: 'cart.itemAdded', fields: [] });
    expect(reader.fromBuffer(writer.toBuffer({}), reader.createResolver(writer))).toMatchObject({
      choice: 'x',
      inner: { at: 10 },
    });
  });

  it('notes a default that Avro cannot write, and where absent and null come back as one', () => {
    const list = { type: 'array', items: { anyOf: [{ type: 'boolean' }, text] }, default: ['x'] };
    const contract = contractOf(closed({ list, maybe: { anyOf: [text, { type: 'null' }] } }, 'list'));
    expect(exportAvro([contract]).notes.map(({ path, message }) => `${path}: ${message}`)).toEqual([
      '/list: Avro cannot write this default: it is not carried.',
      '/maybe: Absent and null are the same in Avro: null is read as absent.',
    ]);
    const { toAvro, fromAvro } = avroPayload(contract);
    expect(fromAvro(toAvro({ list: [true, 'x'], maybe: null }))).toEqual({ list: [true, 'x'] });
  });

  it('leaves out a default that does not satisfy its schema', () => {
    const choice = { anyOf: [{ type: 'boolean' }, text], default: 7 };
    const date = { ...text, format: 'date', default: '2027-99-99' };
    const list = { type: 'array', items: text, default: 'x' };
    const contract = contractOf(closed({ choice, list, date }, 'choice', 'list', 'date'));
    const { files, notes } = exportAvro([contract]);
    expect(avro.Type.forSchema(JSON.parse(files[0]!.text)).typeName).toBe('record');
    expect(notes.map(({ path }) => path)).toEqual(['/choice', '/list', '/date']);
  });

  it('carries lists whose places have types of their own, also where the last are absent', () => {
    const pair = {
      type: 'array',
      prefixItems: [text, { anyOf: [text, { type: 'null' }] }, { type: 'boolean' }],
      minItems: 1,
      items: { type: 'integer' },
    };
    const { toAvro, fromAvro } = avroPayload(contractOf(pair));
    for (const list of [['a'], ['a', 'b'], ['a', null, true], ['a', 'b', true, 1, 2]])
      expect(fromAvro(toAvro(list))).toEqual(list);
  });

  it('refuses payloads that do not have the shape of the contract', () => {
    const { toAvro: toDate } = avroPayload(contractOf({ ...text, format: 'date' }));
    expect(() => toDate('soon')).toThrow(new TypeError('“soon” at “/” is no date.'));
    expect(() => toDate('2027-02-30')).toThrow(new TypeError('“2027-02-30” at “/” is no date.'));
    const { toAvro: toState } = avroPayload(contractOf({ ...text, enum: ['open', 'done'] }));
    expect(() => toState('lost')).toThrow(new TypeError('“lost” at “/” is none of the texts there.'));
    const { toAvro } = avroPayload(contractOf(closed({ choice: { anyOf: [{ type: 'boolean' }, text] } }, 'choice')));
    expect(() => toAvro({ choice: 7 })).toThrow(new TypeError('The payload has no form of the union at “/choice”.'));
  });
});
