import { existsSync, readFileSync } from 'node:fs';
import avro from 'avsc';
import * as fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import { compareSchemas } from '../../compare/compare-schemas.ts';
import type { JsonSchema } from '../../json-schema/json-schema.ts';
import { randomRuns } from '../../random-runs.test.fixture.ts';
import { contractOf } from '../any-payload.test.fixture.ts';
import { exportAvro } from './export-avro.ts';

/** Whether a reader that has the one schema of Avro reads what a writer with the other has written, as avsc decides it. */
function resolves(writer: avro.Schema, reader: avro.Schema): boolean {
  try {
    avro.Type.forSchema(reader, { wrapUnions: true }).createResolver(avro.Type.forSchema(writer, { wrapUnions: true }));
    return true;
  } catch (error) {
    expect(String(error)).toMatch(/cannot read|no alias found|no matching/i);
    return false;
  }
}

/** A version of a contract: what is published, and what is read. */
interface Version {
  readonly output: JsonSchema;
  readonly input: JsonSchema;
}

/** The verdicts of both: of Avro by what is exported, and ours by what is published and read. */
function verdicts(old: Version, current: Version): { readonly avro: boolean; readonly busbar: boolean } {
  const { files } = exportAvro([contractOf(true, { ...old }), contractOf(true, { ...current, version: 2 })]);
  const [writer, reader] = files.map(({ text }) => JSON.parse(text) as avro.Schema);
  return { avro: resolves(writer!, reader!), busbar: compareSchemas(old.output, current.input, { policy: 'parsed' }).compatible };
}

type Presence = 'required' | 'optional' | 'filled';
interface FieldDefinition {
  readonly schema: Readonly<Record<string, unknown>>;
  readonly presence: Presence;
}
type Fields = Readonly<Record<string, FieldDefinition>>;

const fallbacks: Readonly<Record<string, unknown>> = { string: 'x', integer: 1, number: 1, boolean: true, array: [], object: {} };

/** What Zod makes of an object: closed where it is published, open where it is read. `filled` is a field with a default. */
function versionOf(fields: Fields): Version {
  const filled = ({ schema, presence }: FieldDefinition) =>
    presence === 'filled'
      ? { ...schema, default: schema['enum'] ? (schema['enum'] as unknown[])[0] : fallbacks[String(schema['type'])] }
      : schema;
  const properties = Object.fromEntries(Object.entries(fields).map(([name, field]) => [name, filled(field)]));
  const named = (...presences: Presence[]) => Object.keys(fields).filter((name) => presences.includes(fields[name]!.presence));
  const object = { type: 'object', properties };
  return {
    output: { ...object, required: named('required', 'filled'), additionalProperties: false },
    input: { ...object, required: named('required') },
  };
}

const small = { type: 'integer', minimum: 0, maximum: 100 };
const plainSchemas = [
  { type: 'string' },
  small,
  { type: 'integer' },
  { type: 'number' },
  { type: 'boolean' },
  { type: 'string', enum: ['a', 'b'] },
];
const plain = fc.constantFrom<FieldDefinition['schema'][]>(...plainSchemas);
const schemas = fc.oneof(
  plain,
  plain.map((items) => ({ type: 'array', items })),
);
const presences = fc.constantFrom<Presence[]>('required', 'optional', 'filled');
const someFields: fc.Arbitrary<Fields> = fc.dictionary(
  fc.constantFrom('a', 'b', 'c'),
  fc.record({ schema: schemas, presence: presences }),
);

/** What somebody does to a field; exceptions of the table below are not among it. */
const edits: readonly ((field: FieldDefinition) => FieldDefinition | undefined)[] = [
  (field) => field,
  () => undefined,
  (field) => ({ ...field, presence: 'optional' }),
  (field) => ({ ...field, presence: field.presence === 'optional' ? 'required' : 'filled' }),
  (field) => (field.schema['type'] === 'integer' ? { ...field, schema: { type: 'number' } } : field),
  (field) => (field.schema['type'] === 'number' ? { ...field, schema: { type: 'integer' } } : field),
  (field) => (field.schema['enum'] ? { ...field, schema: { type: 'string', enum: ['a', 'b', 'c'] } } : field),
  (field) => (field.schema['enum'] ? { ...field, schema: { type: 'string', enum: ['a'] } } : field),
  (field) => (field.schema['type'] === 'boolean' ? { ...field, schema: { type: 'string' } } : field),
];

function edited(fields: Fields, choices: readonly number[], added: Fields): Fields {
  const changed = Object.entries(fields).map(([name, field], index) => [name, edits[choices[index]!]!(field)] as const);
  const fresh = Object.entries(added).map(([name, field]) => [`new_${name}`, field] as const);
  return Object.fromEntries([...changed, ...fresh].filter((entry): entry is [string, FieldDefinition] => entry[1] !== undefined));
}

const text = { type: 'string' };
const one = (schema: object, presence: Presence = 'required') =>
  versionOf({ field: { schema: schema as FieldDefinition['schema'], presence } });
const closed = (version: Version): Version => ({
  ...version,
  input: { ...(version.input as object), additionalProperties: false },
});
const inner = { type: 'object', properties: { a: text }, required: ['a'], additionalProperties: false };

/** Where the verdicts differ, in the words of the documentation. */
const exceptions: readonly [reason: string, old: Version, current: Version, verdict: { avro: boolean; busbar: boolean }][] = [
  ['a tighter bound', one(small), one({ ...small, maximum: 10 }), { avro: true, busbar: false }],
  ['a new pattern', one(text), one({ ...text, pattern: '^a' }), { avro: true, busbar: false }],
  ['a new format', one(text), one({ ...text, format: 'email' }), { avro: true, busbar: false }],
  [
    'a field removed, read by a closed object',
    versionOf({ a: { schema: text, presence: 'required' } }),
    closed(versionOf({})),
    { avro: true, busbar: false },
  ],
  [
    'an optional field that becomes nullable',
    one(text, 'optional'),
    one({ anyOf: [text, { type: 'null' }] }),
    { avro: true, busbar: false },
  ],
  [
    'a nullable field that becomes optional',
    one({ anyOf: [text, { type: 'null' }] }),
    one(text, 'optional'),
    { avro: true, busbar: false },
  ],
  ['anything that becomes a text', one({}), one(text), { avro: true, busbar: false }],
  ['a text that becomes anything', one(text), one({}), { avro: true, busbar: true }],
  ['an optional field that is given a default', one(text, 'optional'), one(text, 'filled'), { avro: false, busbar: true }],
  ['a set of texts that becomes any text', one({ ...text, enum: ['a'] }), one(text), { avro: false, busbar: true }],
  ['a date that becomes any text', one({ ...text, format: 'date' }), one(text), { avro: false, busbar: true }],
  [
    'named fields that become unnamed ones',
    one(inner),
    one({ type: 'object', additionalProperties: text }),
    { avro: false, busbar: true },
  ],
  ['a type that becomes anything', one({ type: 'boolean' }), one({}), { avro: false, busbar: true }],
];

/** Verdicts of other projects, which lie beside the checkout where there are any. */
const vectors = new URL('../../../../../../shared/vectors/apicurio/avro-compatibility-test-data.json', import.meta.url).pathname;
interface Vector {
  readonly id: string;
  readonly original: avro.Schema;
  readonly updated: avro.Schema;
  readonly compatibility: 'backward' | 'both' | 'none';
}
const cases: readonly Vector[] = existsSync(vectors) ? JSON.parse(readFileSync(vectors, 'utf8')).tests : [];

describe('verdicts of Avro between exported versions', () => {
  it("agree with the gate's verdict where Avro can say what the contract says", () => {
    const choices = fc.array(fc.nat(edits.length - 1), { minLength: 3, maxLength: 3 });
    const counts = { compatible: 0, breaking: 0 };
    fc.assert(
      fc.property(someFields, choices, someFields, fc.boolean(), (fields, chosen, added, adds) => {
        const { avro: isResolved, busbar } = verdicts(versionOf(fields), versionOf(edited(fields, chosen, adds ? added : {})));
        counts[busbar ? 'compatible' : 'breaking']++;
        expect(isResolved).toBe(busbar);
      }),
      randomRuns(300),
    );
    expect(Math.min(counts.compatible, counts.breaking)).toBeGreaterThan(50);
  });

  it.each(exceptions)('differ as documented: %s', (_, old, current, expected) => {
    expect(verdicts(old, current)).toEqual(expected);
  });

  it.skipIf(cases.length === 0)('are those of other registries', () => {
    for (const { id, original, updated, compatibility } of cases) {
      const expected = { backward: compatibility !== 'none', forward: compatibility === 'both' };
      expect({ id, backward: resolves(original, updated), forward: resolves(updated, original) }).toEqual({ id, ...expected });
    }
  });
});
