import { existsSync, globSync, readFileSync } from 'node:fs';
import { describe, expect, it } from 'vitest';
import { describeContract } from '../contracts/describe-contract.ts';
import { contractOf } from '../exporters/any-payload.test.fixture.ts';
import { exportAsyncApi } from '../exporters/asyncapi/export-asyncapi.ts';
import { importAsyncApi, isAsyncApi } from './import-asyncapi.ts';
import { runModule } from './run-module.test.fixture.ts';

const line = { type: 'object', properties: { sku: { type: 'string', 'x-tags': ['pii'] } }, required: ['sku'] };
const message = { name: 'ItemAdded', summary: 'Added', tags: [{ name: 'cart' }], payload: { $ref: '#/components/schemas/Line' } };
const components = { schemas: { Line: line }, messages: { itemAdded: message } };

/** Examples of the AsyncAPI project, which lie beside the checkout where there are any. */
const vectors = new URL('../../../../../shared/vectors/asyncapi/', import.meta.url).pathname;
const documents = existsSync(vectors) ? globSync('*/*.yml', { cwd: vectors }).sort() : [];

describe('contracts imported from AsyncAPI', () => {
  it('are the messages of version 3, once each, wherever they are referred to', () => {
    const channels = {
      a: { messages: { one: { $ref: '#/components/messages/itemAdded' } } },
      b: { messages: { two: { $ref: '#/channels/a/messages/one' } } },
    };
    const { contracts, notes } = importAsyncApi(
      JSON.stringify({ asyncapi: '3.0.0', info: { title: 'The shop' }, channels, components }),
      { domain: 'cart' },
    );
    expect(contracts).toMatchObject([
      { type: 'cart:itemAdded', version: 1, summary: 'Added', tags: ['cart'], fieldTags: { '/sku': ['pii'] } },
    ]);
    expect(contracts[0]!.input).toMatchObject({ required: ['sku'], type: 'object' });
    expect(notes.map(({ message }) => message)).toEqual([
      '“ItemAdded” is called “cart:itemAdded” here: names of events are domain:pastTense.',
    ]);
  });

  it('are the messages of version 2, also of several at one place', () => {
    const other = { payload: { type: 'object', properties: { open: { type: 'boolean' } } } };
    const channels = {
      'light/switched': { publish: { message: { oneOf: [{ $ref: '#/components/messages/itemAdded' }, other] } } },
      'light/gone': { subscribe: { message: other } },
    };
    const { contracts } = importAsyncApi(
      JSON.stringify({ asyncapi: '2.6.0', info: { title: 'The shop' }, channels, components }),
    );
    expect(contracts.map(({ type }) => type)).toEqual(['theShop:itemAdded', 'theShop:lightSwitched', 'theShop:lightGone']);
  });

  it('are again what was exported', () => {
    const closed = { ...line, additionalProperties: false };
    const known = {
      owner: 'team-cart',
      lifecycle: { deprecated: '2027-01-31' },
      examples: [{ sku: 'A-1' }],
      fieldTags: { '/sku': ['pii'] },
    };
    const exported = contractOf(closed, { ...known, version: 2, summary: 'Added', tags: ['cart'] });
    for (const format of ['json', 'yaml'] as const) {
      const { contracts, module } = importAsyncApi(exportAsyncApi([exported], { format }).files[0]!.text);
      expect(contracts).toMatchObject([{ ...known, type: 'cart:itemAdded', version: 2, tags: ['cart'], summary: 'Added' }]);
      expect(describeContract(runModule(module)['cart:itemAdded']!)).toMatchObject({
        version: 2,
        owner: 'team-cart',
        fieldTags: { '/sku': ['pii'] },
      });
    }
  });

  it('are left out where the payload is no JSON Schema', () => {
    const avro = { payload: { schemaFormat: 'application/vnd.apache.avro;version=1.9.0', schema: {} } };
    const { contracts, notes } = importAsyncApi(JSON.stringify({ asyncapi: '3.0.0', components: { messages: { avro } } }));
    expect(contracts).toEqual([]);
    expect(notes.at(-1)!.message).toBe('Its payload is described as application/vnd.apache.avro;version=1.9.0: it is left out.');
  });

  it.each(['{}', 'asyncapi: 1.2.0', '- a', '{ "a": '])('are refused where the text is no AsyncAPI document: %s', (text) => {
    expect(() => importAsyncApi(text, {}, 'shop.yaml')).toThrow(/^shop\.yaml cannot be imported: /);
  });

  it.each([
    ['{"asyncapi":"3.0.0","info":{}}', true],
    ['info: {}\n"asyncapi": 3.0.0', true],
    ['{\n  "properties": {\n    "asyncapi": { "type": "string" }\n  }\n}', false],
    ['true', false],
  ])('are told from schemas, however they are laid out: %j', (text, expected) => {
    expect(isAsyncApi({ path: 'shop.json', text })).toBe(expected);
  });

  it.skipIf(documents.length === 0)('are read from every example of the project, and their modules run', () => {
    const modules = documents.map((path) => importAsyncApi(readFileSync(vectors + path, 'utf8'), {}, path));
    const counts = modules.map(({ contracts }) => contracts.length);
    expect(counts.reduce((sum, count) => sum + count)).toBeGreaterThan(60);
    for (const { contracts, module } of modules) {
      const defined = runModule(module);
      expect(Object.keys(defined).sort()).toEqual([...new Set(contracts.map(({ type }) => type))].sort());
    }
  });
});
