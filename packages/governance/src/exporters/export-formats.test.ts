import { describe, expect, it } from 'vitest';
import { contractOf } from './any-payload.test.fixture.ts';
import { exportFormats } from './export-formats.ts';

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

describe.each(Object.entries(exportFormats))('the export as %s', (_, { run }) => {
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
});
