import { describe, expect, it } from 'vitest';
import { contractOf } from './any-payload.test.fixture.ts';
import { exportAsyncApi } from './asyncapi/export-asyncapi.ts';
import { exportAvro } from './avro/export-avro.ts';
import { exportBackstage } from './backstage/export-backstage.ts';
import { exportEventCatalog } from './event-catalog/export-event-catalog.ts';
import type { Export } from './export.ts';
import type { ExportSource } from './exported-contract.ts';
import { exportJsonSchema } from './json-schema/export-json-schema.ts';
import { exportMarkdown } from './markdown/export-markdown.ts';
import { exportProtobuf } from './protobuf/export-protobuf.ts';
import { exportTypeScript } from './typescript/export-typescript.ts';

const email = { type: 'string', minLength: 3 };
const people = {
  type: 'array',
  items: { type: 'object', properties: { email }, required: ['email'], additionalProperties: false },
};
const output = { type: 'object', properties: { people }, required: ['people'], additionalProperties: false };
const rules = [{ path: '#/properties/people', id: 'no-doubles' }];
const contract = contractOf(output, {
  fieldTags: { '/people/*/email': ['pii'] },
  rules,
  casts: { up: [1], down: [1] },
  version: 2,
});

const formats: Readonly<Record<string, (source: ExportSource) => Export>> = {
  'json-schema': (source) => exportJsonSchema(source),
  'json-schema-draft-07': (source) => exportJsonSchema(source, { draft: 'draft-07' }),
  asyncapi: (source) => exportAsyncApi(source),
  'asyncapi-yaml': (source) => exportAsyncApi(source, { format: 'yaml' }),
  avro: exportAvro,
  protobuf: exportProtobuf,
  typescript: (source) => exportTypeScript(source, { fingerprints: true }),
  eventcatalog: exportEventCatalog,
  markdown: (source) => exportMarkdown(source),
  backstage: exportBackstage,
};

describe.each(Object.entries(formats))('the export as %s', (_, run) => {
  it('carries the tag of a field', () => {
    const text = run([contract])
      .files.map((file) => file.text)
      .join('\n');
    expect(text).toMatch(/pii/);
  });

  it('notes that rules and casts are code', () => {
    const messages = run([contract]).notes.map(({ message }) => message);
    expect(messages).toContain('The rule “no-doubles” is code: its id is carried, what it checks is not.');
    expect(messages).toContain('Casts are code: the versions that they lead to are carried, the casts are not.');
  });

  it('is the same for contracts in another order', () => {
    const others = [contractOf(output, { type: 'cart:emptied' }), contract, contractOf(true)];
    expect(run([...others].reverse())).toEqual(run(others));
  });

  it('reads a lock file as it reads contracts', () => {
    const { type, version, ...locked } = { ...contract, hash: 'sha256-abc' };
    const lock = {
      lockfileVersion: 1 as const,
      contracts: { [type]: { emitters: [], listeners: [], versions: { [version]: locked } } },
    };
    expect(run(lock)).toEqual(run([{ ...contract, hash: 'sha256-abc', emitters: [], listeners: [] }]));
  });

  it('leaves out what is removed', () => {
    const { type, version, ...locked } = { ...contract, hash: 'sha256-abc' };
    const gone = { emitters: [], listeners: [], removed: true as const, versions: { [version]: locked } };
    expect(run({ lockfileVersion: 1, contracts: { [type]: gone } })).toEqual(run([]));
  });
});
